import { findNames } from './names.js';
import { read } from '../reading/reading.js';
import { roleOf } from './roles.js';
import { parsedText } from '../spec-support.js';

const role = (text: string): string | undefined => {
  const reading = read({ title: '', text, publisher: 'P', publishedAt: '2023-06-14T12:00:00Z' }, true);
  const candidate = findNames(reading).find(({ sentence, from }) => sentence.tokens[from]!.text === 'Kari');
  return candidate && roleOf(candidate, text);
};

test.each([
  ['They met Kari Vold, the head of the Storm Watch, in Elm.', 'head of the Storm Watch'],
  ["They met Norway's harbour minister, Kari Vold, in Elm.", "Norway's harbour minister"],
  ['They met Danish harbour chief Kari Vold in Elm.', 'Danish harbour chief'],
  ['They met US National Energy Adviser Kari Vold in Elm.', 'US National Energy Adviser'],
  ['They met Kari Vold, who heads the Storm Watch, in Elm.', 'head of the Storm Watch'],
  ['They met army chief of staff Kari Vold in Elm.', 'army chief of staff'],
  ['They met the Guard’s chief of staff General Kari Vold.', 'Guard’s chief of staff'],
  ['They met Lake Guard Rear Adm. Kari Vold in Elm.', 'Lake Guard Rear Adm.'],
  ['They met Norwegian Gov. Kari Vold in Elm.', 'Norwegian Gov.'],
  ['They met Elm State harbour physics professor Kari Vold.', 'Elm State harbour physics professor'],
  ['Boats left the area of the slick area US President Kari Vold spoke in Elm.', 'US President'],
  ['They met shadow Home Office minister Kari Vold in Elm.', 'shadow Home Office minister'],
])('%s', (text, expected) => expect(role(text)).toBe(expected));

test('a form of address is no role, and mostly there is none', () => {
  expect(role('They met Mr. Kari Vold in Elm.')).toBeUndefined();
  expect(role('They met Kari Vold, and left.')).toBeUndefined();
  expect(role('They met her husband, Kari Vold, in Elm.')).toBeUndefined();
});

test('a time before the office is none of it', () => {
  const { entities } = parsedText('Earlier this week a former mayor, Kari Vold, left the town of Brisk.');
  expect(entities.list[0]!.role).toBe('former mayor');
});

test('nor is a weekday or the week right before it', () => {
  expect(role('They met Wednesday harbour chief Kari Vold.')).toBe('harbour chief');
  expect(role('They said last week harbour chief Kari Vold left.')).toBe('harbour chief');
});

test('a chair at a place, a time of day and a wound are read as what they are', () => {
  expect(role('They met Kari Vold, professor at the harbour school, in Elm.')).toBe(
    'professor at the harbour school',
  );
  expect(role('Tonight the Norwegian president, Kari Vold, spoke in Elm.')).toBe('Norwegian president');
  expect(role('They met Kari Vold, the Norwegian shot in the head, in Elm.')).toBeUndefined();
  expect(role('They met his Norwegian counterpart, Kari Vold, in Elm.')).toBeUndefined();
});
