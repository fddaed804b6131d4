import type { Trial } from '../ingestion/try-story.js';
import { trialTable } from './trial-table.js';

const trial: Trial = {
  dryRun: true,
  ruleset: { name: 'invented', version: 1 },
  searched: 40,
  total: 40,
  caught: { primary: 0, background: 0 },
  terms: [
    { list: 'anyOf', term: 'ferry', articles: 12 },
    { list: 'anyOf', term: 'peir', articles: 0 },
    { list: 'noneOf', term: 'regatta', articles: 3 },
  ],
  items: [],
  nearMisses: [],
  next: null,
};
const lines = (over: Partial<Trial>): string[] =>
  trialTable({ ...trial, ...over }, { title: 'The ferry', show: 5, width: 100 }).split('\n');

test('a story that catches nothing shows which of its terms stand nowhere', () => {
  expect(lines({}).slice(0, 5)).toEqual([
    '“The ferry” would catch 0 of 40 articles: 0 as their subject (primary), 0 in passages (background).',
    'Nothing was written.',
    'anyOf: “ferry” in 12, “peir” in 0',
    'noneOf: “regatta” in 3',
    'Its terms do occur, but say too little by themselves: add names, terms of two words, or more words to the description.',
  ]);
  const none = lines({ terms: [{ list: 'anyOf', term: 'peir', articles: 0 }] });
  expect(none.join()).not.toContain('say too little');
});

test('a profile of many terms has the first of them told', () => {
  const terms = Array.from(
    { length: 23 },
    (_, i) => ({ list: 'anyOf', term: `t${i}`, articles: i }) as const,
  );
  expect(lines({ terms })[2]).toMatch(/^anyOf: “t0” in 0, .*“t19” in 19 and 3 more$/);
});

test('where there is nothing to try it on, that is said', () => {
  expect(lines({ searched: 0, total: 0 })[2]).toMatch(/^There is nothing to try it on/);
});
