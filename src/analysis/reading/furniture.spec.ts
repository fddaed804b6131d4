import { bylineNames, endsAsProse, isByline, isCaption, isPageTalk } from './furniture.js';

test.each([
  'Fishermen mend nets at the quay in Elm on May 3, 2023. (Jo Poe/NPA)',
  'The new lighthouse at dusk [Northlight]',
  'FILE – The ferry terminal in Elm, seen from the air.',
])('caption: %s', (line) => expect(isCaption(line)).toBe(true));

test.each([
  'The agency (NWA) said the lighthouse would be lit again.',
  'It was the third storm in a month (after those of May).',
])('no caption: %s', (line) => expect(isCaption(line)).toBe(false));

test.each([
  'Read  Ferry company sells its last steamer',
  'Sign up for our newsletter',
  'Click here to subscribe to our newsletter.',
  '4 min read',
  '14 June, 2023',
  'Updated at 10:32 GMT',
  'The lighthouse keeper remembers ... Read more »',
  '© 2023 Harbour Post. All rights reserved.',
  '* * *',
])('page talk: %s', (line) => expect(isPageTalk(line)).toBe(true));

test.each([
  'Watch officers saw the boat at dawn.',
  'Read in full, the letter is kinder than reported.',
  'The harbour reopened in 2023.',
])('the report itself: %s', (line) => expect(isPageTalk(line)).toBe(false));

test('bylines and what their writers are', () => {
  const names = bylineNames('Jo Poe and Al Roe');
  expect(names).toEqual(['jo poe', 'al roe']);
  expect(isByline('Jo Poe', names, 'Harbour Post')).toBe(true);
  expect(isByline("Jo Poe is the Harbour Post's shipping editor", names, 'Harbour Post')).toBe(true);
  expect(isByline('By Sam Moe, Harbour Post', [], 'Harbour Post')).toBe(true);
  expect(isByline('Jo Poe was rescued from the sea on Monday.', names, 'Harbour Post')).toBe(false);
  expect(isByline('By Monday the water had fallen.', [], 'Harbour Post')).toBe(false);
});

test('prose ends like prose', () => {
  expect(endsAsProse('She left.”')).toBe(true);
  expect(endsAsProse('Ferry company sells steamer')).toBe(false);
});
