import { parsedText } from '../spec-support.js';

const claims = (text: string): string[][] => {
  const { claims: found, words } = parsedText(text);
  return found.map((claim) => [claim.speaker, claim.kind, words(claim)]);
};

test.each([
  [
    'Mayor Kari Vold accused the board of hiding the report on Monday.',
    'statement',
    'accused the board of hiding the report on Monday',
  ],
  [
    'Mayor Kari Vold blamed the builders for the loss of the quay.',
    'statement',
    'blamed the builders for the loss of the quay',
  ],
  [
    'Mayor Kari Vold urged residents to stay away, adding that the quay may fall.',
    'statement',
    'urged residents to stay away',
  ],
  [
    'Mayor Kari Vold claimed responsibility for the fire.',
    'statement',
    'claimed responsibility for the fire',
  ],
  ['Mayor Kari Vold called for a new quay.', 'statement', 'called for a new quay'],
  [
    'Mayor Kari Vold called on the board to rebuild the quay.',
    'statement',
    'called on the board to rebuild the quay',
  ],
  ['Mayor Kari Vold denied any wrongdoing.', 'denial', 'denied any wrongdoing'],
  ['Mayor Kari Vold has denied hiding the report.', 'denial', 'has denied hiding the report'],
  ['Mayor Kari Vold rejected the accusations.', 'denial', 'rejected the accusations'],
  ['Mayor Kari Vold described the quay as a ruin and left.', 'statement', 'described the quay as a ruin'],
  [
    'Mayor Kari Vold called on the board to “face the truth at last”.',
    'statement',
    'called on the board to “face the truth at last”',
  ],
  [
    'Mayor Kari Vold threatened on Monday to close the quay.',
    'statement',
    'threatened on Monday to close the quay',
  ],
  ['Mayor Kari Vold described seeing the wall fall.', 'statement', 'described seeing the wall fall'],
  ['Mayor Kari Vold warned of a second storm.', 'statement', 'warned of a second storm'],
  ['Mayor Kari Vold apologised for the delay.', 'statement', 'apologised for the delay'],
  ['Mayor Kari Vold expressed concern about the bridge.', 'statement', 'expressed concern about the bridge'],
])('%s', (text, kind, words) => expect(claims(text).slice(0, 1)).toEqual([['Kari Vold', kind, words]]));

test('whoever does so speaks in the quotation that follows', () => {
  expect(
    claims(
      'Mayor Kari Vold met Bo Lind. She accused the board of delay.\n\n“Nobody in that hall has ever seen the quay.”',
    ),
  ).toEqual([
    ['Kari Vold', 'statement', 'accused the board of delay'],
    ['Kari Vold', 'statement', 'Nobody in that hall has ever seen the quay.'],
  ]);
});

test.each([
  'The board denied Kari Vold a visa.',
  'The judge dismissed the claims.',
  'Kari Vold was accused of hiding the report.',
  'Kari Vold resisted calls for a vote.',
  'Kari Vold did not accuse the board of hiding the report.',
  'The board defended what it called for in May.',
  'The board admitted the new members.',
  'Kari Vold called on her mother.',
])('no saying: %s', (text) => expect(claims(text)).toEqual([]));
