import { objectIn } from './answer-text.js';

const ANSWER = '{"developments": [{"quote": "a } in \\" quotes {"}], "lead": []}';
const answer = JSON.parse(ANSWER) as unknown;

test.each([
  ['alone', ANSWER],
  ['fenced', `Here {you} are:\n\`\`\`json\n${ANSWER}\n\`\`\`\nHope {this} helps.`],
  ['behind thoughts', `<think>Perhaps {"developments": []}? Or { not.</think>\n${ANSWER}`],
  ['in an array', `[${ANSWER}]`],
])('the object %s', (_, text) => expect(objectIn(text)).toEqual(answer));

test('none is none', () => {
  for (const text of [
    '',
    'I would rather not.',
    ANSWER.slice(0, 20),
    '{'.repeat(100_000),
    '{"a": "'.repeat(5_000),
  ])
    expect(objectIn(text)).toBeUndefined();
});
