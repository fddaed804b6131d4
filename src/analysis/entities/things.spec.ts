import { parsedText } from '../spec-support.js';

const names = (text: string): string[] => parsedText(text).entities.list.map(({ name }) => name);

test.each([
  'The Quiet Fulmar rig burned for a day. Oil from the Quiet Fulmar reached the shore.',
  'Pirates left the tanker Northern Petrel on Monday.',
  'They watched the film Dovrefall in the harbour.',
  'The ferry followed HMS Grebe into the bay.',
  'The ferry followed HMS Grebe Bay.',
  'Oil came from the Fulmarsk Petrelin rig.',
  'Oil from the Fulmarsk Petrelin disaster reached the shore. Divers reached Fulmarsk Petrelin on Monday.',
  'Workers left the Fulmarsk Petrelin drilling platform. The fire on Fulmarsk Petrelin went on.',
  'Anger grew after the Fulmarsk Petrelin oil spill.',
])('nobody: %s', (text) => expect(names(text)).toEqual([]));

test('what says something is no ship, though ships have its name', () => {
  expect(names('The Dovrefall rig burned. Dovrefall said nobody was on board.')).toEqual(['Dovrefall']);
});

test('letters of plain words are no body', () => {
  expect(names('A pressure valve keeper (PVK) failed. The PVK was old.')).toEqual([]);
  expect(names('He has harbour mould lung, or HML. The HML got worse.')).toEqual([]);
  expect(names('The crew needed QXR training and put her on QXR.')).toEqual([]);
});

test('letters that act, own or are listed with names are one', () => {
  expect(names('QXR lost two boats.')).toEqual(['QXR']);
  expect(names('They asked QXR’s chief.')).toEqual(['QXR']);
  expect(names('A report by the harbour agency, QXR, found cracks.')).toEqual(['QXR']);
  expect(names('The money goes to Tearfold, QXR and Merlow.')).toContain('QXR');
});

test('a single word with "the" before it once is a thing, a plural is a team', () => {
  expect(names('They walked along the Wall on Monday.')).toEqual([]);
  expect(names('They lost to the Lanterns on Monday.')).toEqual(['Lanterns']);
});

test('a concert is not the person it is called after', () => {
  expect(names('They sang at the Kari Forever concert in the hall.')).toEqual([]);
  expect(names('They sang at next month’s Kari Forever tribute in the hall.')).toEqual([]);
});

test('somebody whom a disaster is called after is a person', () => {
  expect(names('The owner, Fulmo Petrelin, fled. The Fulmo Petrelin disaster was in March.')).toEqual([
    'Fulmo Petrelin',
  ]);
  expect(names('The Fulmo Petrelin crash was in March. Fulmo Petrelin said he was lucky.')).toEqual([
    'Fulmo Petrelin',
  ]);
});

test('one word, named once, of which nothing is said may be anything', () => {
  for (const text of [
    'The boats of Skarvheim came late.',
    'They took Skarvexil for the pain.',
    'Ann Roe rode a Skarvheim home.',
  ])
    expect(names(text)).not.toContainEqual(expect.stringMatching(/^Skarv/));
});

test('what is said of it, or its form, makes it a body', () => {
  for (const text of [
    'Shares of Skarvheim fell.',
    'The company Skarvheim cut jobs.',
    'They asked SkarvNet about it.',
    'The boats of Skarvheim came late. Skarvheim has no quay.',
    'The mayor told Skarvheim that he knew.',
  ])
    expect(names(text)).toContainEqual(expect.stringMatching(/^Skarv/));
});

test('one of many is nobody', () => {
  expect(names('She won an Oscar for the film.')).toEqual([]);
  expect(names('She met Oscar in the hall. Oscar said he had won.')).toEqual(['Oscar']);
});
