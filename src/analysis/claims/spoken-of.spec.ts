import { SpokenOf, type Speaker } from './spoken-of.js';

const ann: Speaker = { text: 'Ann Roe', kind: 'person' };
const official: Speaker = { text: 'a harbour official', kind: 'unnamed' };
const officials: Speaker = { text: 'harbour officials', kind: 'unnamed' };
const board: Speaker = { text: 'Harbour Board', kind: 'body' };

test('"he" is the last of the persons, and nobody where two came at once', () => {
  const memory = new SpokenOf();
  memory.noteSpeaker(ann, 0);
  expect(memory.he(1)).toBe(ann);
  memory.noteSpeaker(official, 2);
  expect(memory.he(3)).toBe(official);
  memory.notePerson(ann, 2);
  expect(memory.he(3)).toBeUndefined();
  expect(memory.he(9)).toBeUndefined();
});

test('"it" is the body that the sentence before was about, "they" several', () => {
  const memory = new SpokenOf();
  memory.noteSpeaker(board, 0);
  expect(memory.it(1)).toBe(board);
  expect(memory.it(2)).toBeUndefined();
  memory.noteSpeaker(officials, 2);
  expect(memory.it(3)).toBeUndefined();
  expect(memory.they(3)).toBe(officials);
});

test('who says a sentence goes before whom it is about', () => {
  const memory = new SpokenOf();
  memory.noteSpeaker(officials, 0);
  memory.noteSubject(board, 0);
  expect(memory.it(1)).toBeUndefined();
});
