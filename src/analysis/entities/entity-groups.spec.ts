import { parsedText } from '../spec-support.js';

const types = (text: string): Record<string, string> =>
  Object.fromEntries(parsedText(text).entities.list.map(({ name, type }) => [name, type]));

test('what stands in a list of places is one', () => {
  expect(types('It rained in Elm Bay and Kor Vedrik on Monday.')).toMatchObject({ 'Kor Vedrik': 'place' });
});

test('a surname met alone makes a person, a pronoun too', () => {
  expect(types('Then came Kor Vedrik with two boats. The town thanked Vedrik for them.')).toEqual({
    'Kor Vedrik': 'person',
  });
  expect(types('The crews wait for Veda and his order.')).toEqual({ Veda: 'person' });
});

test('a given name alone is of who bears it', () => {
  expect(
    types('Rory Vedrik came by boat. The crew waited in Elm for Rory, north of Rory Bay.'),
  ).toMatchObject({
    'Rory Vedrik': 'person',
  });
  expect(types('Rory Vedrik came by boat. It rained in Rory.')).toEqual({ 'Rory Vedrik': 'person' });
});

test('the people of a place named are no entity', () => {
  expect(types('It rained in Kordova. The town of Kordova fed the Kordovans.')).toEqual({ Kordova: 'place' });
});
