import { isOutletEntity } from './outlets.js';
import { parsedText } from '../spec-support.js';

test('an outlet is known by its name, or by being told things', () => {
  const { entities } = parsedText(
    'An official told Brisk! on Monday that the quay is safe, the Elm Gazette wrote. The Harbour Board agreed.',
  );
  expect(entities.list.filter((_, index) => isOutletEntity(entities, index)).map(({ name }) => name)).toEqual(
    ['Brisk!', 'Elm Gazette'],
  );
});

test('an office, a bank or a parliament is none, whatever its name or however much it is told', () => {
  const { entities } = parsedText(
    'The Elm Post Office closed on Monday. Elm Standard Bank did so, too. A minister told MPs that he was sorry.',
  );
  expect(entities.list.filter((_, index) => isOutletEntity(entities, index))).toEqual([]);
});
