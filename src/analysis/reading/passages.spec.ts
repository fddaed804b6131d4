import { readPassages } from './passages.js';

const page = [
  'Skip to main content',
  'Ferry to Elm stopped after storm',
  'Jo Poe',
  'The ferry at the quay in Elm, June 12, 2023. (Al Roe/NPA)',
  'The ferry to Elm was stopped on Monday after a storm damaged the quay, the harbour office said.',
  'Live Story',
  'Repairs to the quay will take a week, and passengers must use the bridge until the ferry sails again.',
  'The damaged quay',
  '- The storm tore away forty metres of the quay.',
  'Read  Harbour office buys new boats',
  'Passengers waited for hours before buses came to the quay.',
  'More From The Post',
  'Ten recipes for cold evenings',
  'A cook from the hills shows how to make soup from almost nothing. Read more »',
  'Actor shares rare photo of twins',
  'The star of many films posted a picture of the family on holiday. Read more »',
].join('\n\n');

const read = (text: string) =>
  readPassages(text, {
    title: 'Ferry to Elm stopped after storm',
    publisher: 'Harbour Post',
    byline: 'Jo Poe',
  }).map(({ start, end, kind }) => [kind, text.slice(start, end).split(' ').slice(0, 3).join(' ')]);

test('keeps the report and leaves the page', () => {
  expect(read(page)).toEqual([
    ['caption', 'The ferry at'],
    ['paragraph', 'The ferry to'],
    ['paragraph', 'Repairs to the'],
    ['heading', 'The damaged quay'],
    ['bullet', 'The storm tore'],
    ['paragraph', 'Passengers waited for'],
  ]);
});

test('a line twice in a row is a caption and its copy', () => {
  expect(
    read(
      'Nets dry on the quay in the evening sun.\nNets dry on the quay in the evening sun.\n\nThe ferry came back to Elm on Tuesday.',
    ),
  ).toEqual([
    ['caption', 'Nets dry on'],
    ['paragraph', 'The ferry came'],
  ]);
});

test('lines wrapped at a fixed width make one paragraph', () => {
  expect(
    read('The ferry to Elm was stopped on Monday after a storm\ndamaged the quay, the harbour office said.'),
  ).toHaveLength(1);
});

test('a text without a single sentence is kept as it is', () => {
  expect(read('Ferry sinks off Elm')).toEqual([['paragraph', 'Ferry sinks off']]);
  expect(read('')).toEqual([]);
});

test('what readers wrote under a report is none of it', () => {
  const report = 'The ferry to Elm was stopped on Monday.\nThe quay was damaged, the office said.\n';
  const comment = 'The office knew it all along.\n';
  for (const head of [
    'Posted by Kari V on June 2, 2030 11:01 PM',
    'At 10:14 am on 28 May 2030, kari wrote:',
    '12. At 10:14 am on 28 May 2030, kari wrote: “It was a shame.',
    'Posted by Kari at 11:01pm',
  ])
    expect(read(`${report}${head}\n${comment}`)).toHaveLength(2);
  expect(read(`${report}At 10:14 on Monday, the mayor wrote a letter.\n`)).toHaveLength(3);
  expect(read(`${report}Posters by Kari hung on the quay.\n`)).toHaveLength(3);
});
