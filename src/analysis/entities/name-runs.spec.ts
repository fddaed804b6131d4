import { parsedText } from '../spec-support.js';

const names = (text: string): string[] => parsedText(text).entities.list.map(({ name }) => name);

test('where a mark was lost, the next sentence is no part of the name', () => {
  expect(names('Crews left Bergen The mayor of the town, Kari Vold, left.')).toEqual(['Kari Vold']);
});

test('"Two" ends the name of a channel', () => {
  expect(names('They asked Harbour Radio Two for a song.')).toEqual(['Harbour Radio Two']);
});

test('an article with a capital begins a sentence, but for titles', () => {
  expect(names('A storm hit Norway A Bergen ferry sank.')).toEqual(['Norway', 'Bergen']);
});

test('what a service is for may be two things', () => {
  expect(names('They met the Brisk Fire and Rescue Service.')).toEqual(['Brisk Fire and Rescue Service']);
});
