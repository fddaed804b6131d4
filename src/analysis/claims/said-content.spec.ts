import { parsedText } from '../spec-support.js';

const said = (text: string): string[] => parsedText(text).claims.map(parsedText(text).words);

test('between the verb and "that" may stand to whom, where and when', () => {
  expect(said('Mayor Kari Vold told reporters in Elm on Monday that the quay would be rebuilt.')).toEqual([
    'the quay would be rebuilt',
  ]);
  expect(said('Two officials have said in public and in closed talks that the quay is unsafe.')).toEqual([
    'the quay is unsafe',
  ]);
});

test('"noted the plans that …" says nothing', () => {
  expect(said('Mayor Kari Vold noted the plans that the board presented.')).toEqual([]);
});

test('"reported profits that rose as costs fell" says nothing', () => {
  expect(said('The ferry company Elmco reported profits that rose as costs fell.')).toEqual([]);
  expect(said('Mayor Kari Vold said the boats that left are safe.')).toEqual([
    'the boats that left are safe',
  ]);
});

test('what is said may begin with its own clause, or have one in its middle', () => {
  expect(said('Mayor Kari Vold says when the storm has passed, the quay will be rebuilt.')).toEqual([
    'when the storm has passed, the quay will be rebuilt',
  ]);
  expect(said('Witnesses say the guard, who was asleep when the wall fell, did not hear the sea.')).toEqual([
    'the guard, who was asleep when the wall fell, did not hear the sea',
  ]);
});

test('a pledge reaches no further than what is pledged', () => {
  expect(
    said(
      'Mayor Kari Vold pledged to consider demands for an inquiry into the charge that the quay was unsafe.',
    ),
  ).toEqual([
    'Mayor Kari Vold pledged to consider demands for an inquiry into the charge that the quay was unsafe',
  ]);
  expect(said('Mayor Kari Vold insisted on staying in the hall until May, when the quay fell.')).toEqual([
    'insisted on staying in the hall until May, when the quay fell',
  ]);
});

test('what is said may depend on something', () => {
  expect(said('Mayor Kari Vold said if the wall fell, the town would flood.')).toEqual([
    'if the wall fell, the town would flood',
  ]);
  expect(said('Mayor Kari Vold asked if the wall would fall.')).toEqual([]);
});

test('what things suggest is no second saying', () => {
  expect(said('Kari Vold said the gap between the promise and the payments suggests a poor plan.')).toEqual([
    'the gap between the promise and the payments suggests a poor plan',
  ]);
});

test('a statement may begin with a number and how exact it is', () => {
  expect(said('Norway believes at least 30 of the sailors are dead.')).toEqual([
    'at least 30 of the sailors are dead',
  ]);
});

test('an amount may begin what is said', () => {
  expect(said('Norway says up to 90% of the boats have been lost.')).toEqual([
    'up to 90% of the boats have been lost',
  ]);
});

test('a warning needs nobody who is warned', () => {
  expect(said('Norwegian officials warned the quay would be lost.')).toEqual(['the quay would be lost']);
  expect(said('Norwegian officials warned residents the quay was lost.')).toEqual(['the quay was lost']);
});

test('"there\'s" has its verb in it', () => {
  expect(said("Mayor Kari Vold said there's no way around the old quay.")).toEqual([
    "there's no way around the old quay",
  ]);
});

test('who is told may have a longer name', () => {
  expect(said('Ann Roe told the Senate harbour subcommittee the quay was closed.')).toEqual([
    'the quay was closed',
  ]);
});
