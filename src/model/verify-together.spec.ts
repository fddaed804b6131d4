import { analyze, type AnalysisInput } from '../analysis/analyze.js';
import type { Span } from '../domain/statements.js';
import type { Answer } from './answer.js';
import { verify, type Verified } from './verify.js';

// Words that all stand in a report, and that a model puts together as the report does not.

const check = (text: string, some: Partial<Answer>, more: Partial<AnalysisInput> = {}): Verified => {
  const input = { title: 'Ferry', text, publisher: 'The Post', publishedAt: '2024-05-08T12:00:00Z', ...more };
  const bare = { ...analyze(input), developments: [], figures: [], claims: [] };
  return verify(input, bare, { developments: [], figures: [], claims: [], lead: [], ...some });
};
const development = { date: null, until: null, dateWords: null, status: 'happened' } as const;

describe('a day', () => {
  const text = 'The inquiry opened on Monday. The ferry Aurora sank on Tuesday. The pilot left the town.';
  const told = (quote: string, dateWords: string, date: string): Verified =>
    check(text, { developments: [{ ...development, quote, dateWords, date }] });

  it('is not that of the sentence before, where a sentence has its own', () => {
    expect(told('The ferry Aurora sank', 'Monday', '2024-05-06').dropped).toEqual({ date: 1 });
    expect(told('The pilot left the town', 'Tuesday', '2024-05-07').developments.length).toBe(1);
    expect(told('The pilot left the town', 'Monday', '2024-05-06').dropped).toEqual({ date: 1 });
  });

  it('is shown where the sentence says it, and not where another says the same', () => {
    const twice = 'The inquiry opened on Tuesday. The ferry Aurora sank on Tuesday.';
    const { developments } = check(twice, {
      developments: [
        { ...development, quote: 'The ferry Aurora sank', dateWords: 'on Tuesday', date: '2024-05-07' },
      ],
    });
    expect(developments[0]!.dateSpan!.start).toBe(twice.lastIndexOf('on Tuesday'));
  });

  it.each([
    ['words that say none', 'the town', '2024-05-07'],
    ['words cut out of others', '20 May', '2024-05-20'],
    ['the end of a time', 'Friday', '2024-05-10'],
  ])('is not taken from %s', (_, dateWords, date) => {
    const other = 'The pilot left the town. The ferry of 20 May 2019 sails until Friday.';
    const quote = dateWords === 'the town' ? 'The pilot left the town' : 'The ferry of 20 May 2019';
    const status = dateWords === 'the town' ? 'happened' : 'planned';
    const { dropped } = check(other, { developments: [{ ...development, quote, dateWords, date, status }] });
    expect(dropped).toEqual({ date: 1 });
  });

  it.each([
    ['2024-05-02', 1],
    ['2024-05-03', 0],
    ['2024-12-02', 0],
  ])('in another language has the numbers of its words: %s', (date, kept) => {
    const german = 'Die Fähre Aurora ist am 2. Mai vor der Küste gesunken, und die Besatzung wurde gerettet.';
    const { developments } = check(
      german,
      { developments: [{ ...development, quote: german, dateWords: 'am 2. Mai', date }] },
      { language: 'de' },
    );
    expect(developments.length).toBe(kept);
  });
});

describe('what became of something', () => {
  const text =
    'The hearing will be held on 20 May. The ministry may sell the ferry. The clerk called it off.';

  it.each([
    ['The hearing will be held', 'cancelled', '2024-05-20'],
    ['The hearing will be held', 'postponed', '2024-05-20'],
    ['The ministry may sell the ferry', 'happened', null],
    ['The ministry may sell the ferry', 'planned', null],
  ] as const)('is not made up: %s, %s', (quote, status, date) => {
    const dateWords = date && '20 May';
    const { developments, dropped } = check(text, {
      developments: [{ ...development, quote, status, date, dateWords }],
    });
    expect(developments).toEqual([]);
    expect(dropped).toEqual({ status: 1 });
  });
});

describe('a figure', () => {
  const text =
    'Rescuers took off 214 passengers and three were dead, officials said. Of 90 crew members none was hurt. ' +
    'Radio 4 reported a loss of $2.5 million in ferries on 12 January. The fog could delay 40 ferries. Divers found 12 boats, the coastguard said, and the mayor Ann Roe paid.';
  const figure = {
    quote: 'Rescuers took off 214 passengers',
    number: '214',
    unit: 'passengers',
    subject: 'passengers',
  };
  const told = (some: Partial<Answer['figures'][number]>): Verified =>
    check(text, { figures: [{ attributedTo: null, ...figure, ...some }] });

  it('is of what stands beside it', () => {
    expect(told({}).figures).toMatchObject([{ value: 214, subject: 'passengers' }]);
  });

  it.each([
    ['of something that has another number', { subject: 'dead', unit: 'dead' }, 'subject'],
    [
      'of none of it',
      { quote: 'Of 90 crew members none was hurt', number: '90', subject: 'hurt', unit: 'crew' },
      'subject',
    ],
    [
      'of what may come',
      { quote: 'The fog could delay 40 ferries', number: '40', subject: 'ferries', unit: 'ferries' },
      'number',
    ],
    [
      'with a word that is none',
      { quote: 'Divers found 12 boats', number: '12', subject: 'found', unit: 'found' },
      'subject',
    ],
    [
      'from a date',
      { quote: 'Radio 4 reported a loss', number: '12', subject: 'January', unit: 'january' },
      'number',
    ],
    [
      'from a name',
      { quote: 'Radio 4 reported a loss', number: '4', subject: 'loss', unit: 'loss' },
      'number',
    ],
    ['with a unit from elsewhere', { unit: 'dead' }, 'unit'],
    [
      'by somebody who gave none',
      {
        quote: 'Divers found 12 boats',
        number: '12',
        subject: 'boats',
        unit: 'boats',
        attributedTo: 'Ann Roe',
      },
      'attribution',
    ],
  ])('is dropped: %s', (_, some, reason) => {
    const { figures, dropped } = told(some);
    expect(figures).toEqual([]);
    expect(dropped).toEqual({ [reason]: 1 });
  });

  it('has the whole of a number that was cut', () => {
    const text = 'The port paid $2.5 million fines last year.';
    const { figures } = check(text, {
      figures: [{ quote: text, number: '2.5', unit: 'fines', subject: 'fines', attributedTo: null }],
    });
    expect(figures).toMatchObject([{ value: 2_500_000, unit: 'USD', subject: 'fines' }]);
  });

  it('is by whoever gave it', () => {
    const { figures } = told({
      quote: 'Divers found 12 boats',
      number: '12',
      subject: 'boats',
      unit: 'boats',
      attributedTo: 'the coastguard',
    });
    expect(figures).toMatchObject([{ attributedTo: 'the coastguard' }]);
  });
});

describe('a claim', () => {
  const text =
    'Tom Bright blamed the pilot. “We never said the pilot was asleep,” said Ada Quill, the harbour master. ' +
    'Cem Arslan, a diver, said the hull was whole. “We had fog.” The mayor, Ann Roe, was there.';
  const claim = { role: null, kind: 'statement', dateWords: null } as const;
  const told = (quote: string, speaker: string, role: string | null = null): Verified =>
    check(text, { claims: [{ ...claim, quote, speaker, role }] });
  const said = ({ start, end }: Span): string => text.slice(start, end);

  it.each([
    ['We never said the pilot was asleep', 'Tom Bright'],
    ['the hull was whole', 'Ada Quill'],
    ['the hull was whole', 'Ann Roe'],
    ['We had fog', 'Ann Roe'],
    ['Tom Bright blamed the pilot', 'the pilot'],
  ])('“%s” is not said by %s', (quote, speaker) => {
    const { claims, dropped } = told(quote, speaker);
    expect(claims).toEqual([]);
    expect(dropped).toEqual({ speaker: 1 });
  });

  it('goes on with the speaker of the sentence before', () => {
    expect(told('We had fog', 'Cem Arslan').claims).toMatchObject([{ speaker: 'Cem Arslan', quoted: true }]);
  });

  it('is whole sentences within its quotation marks, which may turn it round', () => {
    const { claims } = told('the pilot was asleep', 'Ada Quill');
    expect(claims.map(said)).toEqual(['We never said the pilot was asleep,']);
  });

  it('gives nobody the office of another', () => {
    expect(told('the hull was whole', 'Cem Arslan', 'a diver').claims).toMatchObject([{ role: 'a diver' }]);
    expect(told('the hull was whole', 'Cem Arslan', 'the harbour master').claims[0]).not.toHaveProperty(
      'role',
    );
  });
});

describe('who speaks', () => {
  const text = [
    'Harbour master Ada Quill closed the quay on Monday after a night of fog. The bell rang. “Nobody could see the buoys,” she said.',
    'Quill added that the ferries would sail when the fog had gone. Tom Bright, a diver, met Ada Quill on Tuesday. “The wreck lies deeper than we thought,” he said.',
  ].join('\n\n');
  const input = { title: 'Fog', text, publisher: 'The Harbour Post', publishedAt: '2024-05-08T12:00:00Z' };
  const analysis = { ...analyze(input), claims: [] };
  const saying = (quote: string, speaker: string, role: string | null = null): Verified =>
    verify(input, analysis, {
      developments: [],
      figures: [],
      lead: [],
      claims: [{ quote, speaker, role, kind: 'statement', dateWords: null }],
    });

  it('is found by a name that the report has elsewhere, and shown by it', () => {
    const { claims } = saying('the ferries would sail when the fog had gone', 'Ada Quill', 'harbour master');
    expect(claims).toMatchObject([{ speaker: 'Ada Quill', anonymous: false }]);
    // What stands beside another mention of hers is no reason to drop what she said.
    expect(claims[0]!.entity).toBeDefined();
  });

  it('is who was named last where a pronoun says so, and nobody where two were', () => {
    expect(saying('Nobody could see the buoys', 'Ada Quill').claims).toMatchObject([{ quoted: true }]);
    expect(saying('The wreck lies deeper than we thought', 'Ada Quill').dropped).toEqual({ speaker: 1 });
    expect(saying('The wreck lies deeper than we thought', 'Tom Bright').dropped).toEqual({ speaker: 1 });
  });

  it('is nobody who is only named', () => {
    expect(saying('The bell rang', 'Ada Quill').dropped).toEqual({ speaker: 1 });
  });
});
