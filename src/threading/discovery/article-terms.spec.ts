import { articleOf } from '../../../test/fixtures/threading-articles.js';
import { articleTerms } from './article-terms.js';

const article = articleOf(
  'Minister opens harbour',
  'In October Pavo Lindt opened the Great Harbour of Velmund.',
);
const lindt = { name: 'Pavo Lindt', type: 'person', aliases: ['Lindt'], mentions: [] } as const;

test('where analysis finds names, no other capitals make one', () => {
  const found = { ...article, analysis: { ...article.analysis, entities: [lindt] } };
  expect([...articleTerms(found).names]).toEqual(['pavo', 'lindt']);
});

test('what comes again with its capital is a name, whatever it is of', () => {
  const ship = articleOf(
    'Minister opens harbour',
    'They saw the Velmund sink. Later the Velmund rose in October.',
  );
  const found = { ...ship, analysis: { ...ship.analysis, entities: [lindt] } };
  expect([...articleTerms(found).names]).toEqual(['velmund']);
});

test('where it finds none, capitals make a name', () => {
  const none = { ...article, analysis: { ...article.analysis, entities: [] } };
  expect([...articleTerms(none).names]).toEqual(
    expect.arrayContaining(['octob', 'lindt', 'great', 'velmund']),
  );
});
