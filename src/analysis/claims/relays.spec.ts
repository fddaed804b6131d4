import { findRelays } from './relays.js';
import { parsedText } from '../spec-support.js';

const relays = (text: string): string[] => {
  const { sentences, attributions, entities } = parsedText(text);
  return findRelays(sentences, attributions, entities, 'Harbour Post');
};

test('an opening that rests on another outlet relays it', () => {
  expect(relays('The ferry will be sold, the Elm Gazette reported. Two buyers are known.')).toEqual([
    'Elm Gazette',
  ]);
  expect(relays('“The ferry will be sold soon,” an official told Brisk News.')).toEqual(['Brisk News']);
});

test('reporting of its own relays nothing', () => {
  expect(
    relays(
      'The ferry will be sold, two officials told the Harbour Post. The Elm Gazette reported that it is old.',
    ),
  ).toEqual([]);
  expect(relays('The ferry will be sold, the board said.')).toEqual([]);
});

test('a credit is found whatever the outlet is called after, and before it', () => {
  expect(relays('The ferry is lost, according to the Elm Press news agency.')).toEqual(['Elm Press']);
  expect(relays('The Elm Gazette newspaper, citing two sailors, reported the ferry lost.')).toEqual([
    'Elm Gazette',
  ]);
  expect(relays('The ferry is lost, Folha Norte newspaper said on Monday.')).toEqual(['Folha Norte']);
  expect(relays('The ferry is lost, state news agency ELNA reported.')).toEqual(['ELNA']);
  expect(relays('The ferry is lost, an editor of the newspaper Folha Norte said.')).toEqual([]);
  expect(relays('The ferry is lost, writes the Elm Gazette.')).toEqual(['Elm Gazette']);
  expect(relays('The ferry was seen by two sailors, the Elm Gazette reports.')).toEqual(['Elm Gazette']);
});

test('what somebody confirmed to an outlet, or said in an interview with it, is credited to it', () => {
  expect(relays('The ferry will be sold. Its owner Ann Roe confirmed it to the Elm Gazette.')).toEqual([]);
  expect(relays('The ferry will be sold. Ann Roe confirmed to the Elm Gazette that it has a buyer.')).toEqual(
    ['Elm Gazette'],
  );
  expect(relays('The ferry will be sold, its owner said in an interview with the Elm Gazette.')).toEqual([
    'Elm Gazette',
  ]);
  expect(relays('Interviewed on Brisk News, its owner said the ferry will be sold.')).toEqual(['Brisk News']);
  expect(
    relays('The ferry will be sold. In an interview with the Elm Gazette, its owner also said he was sorry.'),
  ).toEqual([]);
  expect(relays('The ferry sails from Orrin to the Elm Gazette pier with a band.')).toEqual([]);
});

test('an outlet that the opening cites without its name is named by whom it credits next', () => {
  const later =
    'Two sailors spoke of smoke, police said. The pump is old. The Elm Gazette said it had failed.';
  expect(relays(`The ferry burned for a pump, according to a media report. ${later}`)).toEqual([
    'Elm Gazette',
  ]);
  expect(relays(`The owner told a Norwegian newspaper that he was sorry. ${later}`)).toEqual(['Elm Gazette']);
  expect(relays(`The ferry burned for a pump. ${later}`)).toEqual([]);
  expect(relays(`The owner spoke of the newspaper. ${later}`)).toEqual([]);
  expect(relays(`The ferry burned for a pump. A press report had raised fears. ${later}`)).toEqual([]);
});

test('a report is no relay for one voice among others, or for what somebody told another outlet by the way', () => {
  expect(
    relays(
      'Divers went down again on Monday. They had found the bow, police said. “It lies deep,” a nurse told Brisk News.',
    ),
  ).toEqual([]);
  expect(relays('Divers went down again. They found the bow. “It lies deep,” one told Brisk News.')).toEqual([
    'Brisk News',
  ]);
});

test('what the publisher has found out itself is its own, but not its mark or an answer to what it passes on', () => {
  expect(relays('The ferry is old. The Elm Gazette says it is lost. The Harbour Post has seen it.')).toEqual(
    [],
  );
  const passedOn = 'The ferry will be sold, the Elm Gazette said.';
  expect(relays(`PORT ELLERY (Harbour Post) - ${passedOn}`)).toEqual(['Elm Gazette']);
  expect(relays(`${passedOn} The board had no answer for the Harbour Post.`)).toEqual(['Elm Gazette']);
});

test('a credit further down is a detail’s', () => {
  const long = `${'The board met on Monday. '.repeat(8)}The ferry is old, the Elm Gazette reported.`;
  expect(relays(long)).toEqual([]);
});
