import { withoutDates } from './dateless.js';

const plain = (text: string): string => withoutDates(text).replace(/ +/g, ' ').trim();

describe('a text without its dates', () => {
  it.each([
    ['The gate closed on Friday night at 9.30 pm GMT.', 'The gate closed on at .'],
    ['On March 3, 2031, the gate closed.', 'On , the gate closed.'],
    ['It closed on 3 March 2031 and in April 2030.', 'It closed on and .'],
    ["Yesterday's vote followed two days later.", 'vote followed .'],
    ['Late last week 400 boats left.', '400 boats left.'],
  ])('%s', (text, left) => expect(plain(text)).toBe(left));

  it('keeps what only looks like one', () => {
    for (const text of [
      'Dockers march 20 abreast.',
      'It may be 12 boats, or 300.',
      'He sat in the second row.',
      'A 16-year-old won the junior race in May Lane.',
    ])
      expect(plain(text)).toBe(text);
  });
});
