import { standsAlone, wording } from './wording.js';

const WHOLE = 'The harbour board of Velm closed the eastern gate after the ferry sank.';

test('a sentence that goes on from another cannot stand in a summary', () => {
  expect(standsAlone(WHOLE)).toBe(true);
  expect(standsAlone('When the ferry sank off Velm, the harbour board closed the eastern gate.')).toBe(true);
  for (const leaning of [
    'The same day, the harbour board of Velm closed the eastern gate.',
    'A day earlier, the harbour board of Velm closed the eastern gate.',
    'The harbour board also closed the eastern gate of Velm after the ferry sank.',
    'Officials of the harbour have seen some of those sailors come back to Velm.',
    'Reached by telephone on Monday, the captain of the Norrin declined to comment.',
    'But the harbour board of Velm closed the eastern gate after the ferry sank.',
    'Ada Norrin told the harbour board of Velm that the gate was “shut.',
  ])
    expect([leaning, standsAlone(leaning)]).toEqual([leaning, false]);
});

test('captions, credits and what is about the page are worth less than sentences', () => {
  for (const furniture of [
    'Ada Norrin, left, and the harbour board of Velm close the eastern gate after the storm.',
    'Ada Norrin (pictured) has led the harbour board of Velm since the eastern gate was closed.',
    'Sailors at the gate 2031 Orm Images Divers have found the ferry that sank off Velm.',
    'Sailors clean the eastern gate of the harbour PORT ELLERY, Velm. -- Divers have found the ferry.',
    'Below is a timeline of the ferry disaster: The ferry sank off Velm.',
    'Page last updated at 9:30 on Monday, the harbour board of Velm closed the eastern gate.',
    'Sailors who saw the ferry sink off Velm may send your photos to the harbour desk of the paper.',
    'A summary of events on the day that the ferry of Velm was raised from the ground.',
    'The ferry belonged to the largest line of the eastern coast, Orm Lines (ORM.',
  ]) {
    expect([furniture, wording(furniture, 1) <= 0.8]).toEqual([furniture, true]);
    expect(standsAlone(furniture)).toBe(false);
  }
  expect(wording(WHOLE, 1)).toBe(1);
  expect(wording('The board, right now, has no plan (and no money) for the eastern gate.', 1)).toBe(1);
});
