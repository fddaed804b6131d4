import { objectIn } from './answer-object.js';
import { parseAnswer } from './answer.js';

describe('the object in an answer', () => {
  it.each([
    ['alone', '{"a": 1}'],
    ['in a fence', 'Sure!\n```json\n{"a": 1}\n```\nAnything else?'],
    ['behind braces that are none of it', 'As {you} asked {for: it}:\n{"a": 1} {end}'],
    ['behind what the model thought', '<think>Is it {"a": 2}? No.</think>{"a": 1}'],
    ['after a brace that nobody closes', '{ well: {"a": 1}'],
  ])('is found %s', (_, text) => {
    expect(objectIn(text)).toEqual({ a: 1 });
  });

  it('may have braces in its words', () => {
    expect(objectIn('{"a": "{\\"}{", "b": {"c": "}"}} and {more}')).toEqual({ a: '{"}{', b: { c: '}' } });
  });

  it.each(['', '[1, 2]', '{"a": 1', "{'a': 1}", '{'.repeat(100_000)])('is not found in %.20s', (text) => {
    expect(() => objectIn(text)).toThrow('no JSON');
  });
});

describe('an answer', () => {
  const claim = { quote: 'We had fog', speaker: 'Ada Quill', kind: 'statement' };

  it('may leave out what the report does not say, or leave it empty', () => {
    const { answer, unreadable } = parseAnswer({ claims: [claim, { ...claim, role: '' }] });
    expect(unreadable).toBe(0);
    expect(answer.claims).toEqual([1, 2].map(() => ({ ...claim, role: null, dateWords: null })));
    expect(answer).toMatchObject({ developments: [], figures: [], lead: [] });
  });

  it('loses an item of another form, and not the rest', () => {
    const { answer, unreadable } = parseAnswer({
      claims: [claim, 'We had fog', null, { ...claim, kind: 'threat' }],
      lead: [7, 'We had fog, she said.'],
      figures: 'none',
    });
    expect(answer.claims.length).toBe(1);
    expect(answer.lead).toEqual(['We had fog, she said.']);
    expect(unreadable).toBe(4);
  });

  it('is looked at as far as a report could say so much', () => {
    const { answer, unreadable } = parseAnswer({ claims: Array(5000).fill(claim) });
    expect([answer.claims.length, unreadable]).toEqual([60, 4940]);
  });

  it.each([[null], ['text'], [{}], [{ quote: 'We had fog' }], [[claim]]])('is none: %j', (value) => {
    expect(() => parseAnswer(value)).toThrow('not the form asked for');
  });
});
