import { parsedText } from '../spec-support.js';

const claims = (text: string) => {
  const { claims: found, words } = parsedText(text);
  return found.map((claim) => ({ ...claim, text: words(claim) }));
};

test('a quotation of several sentences is one claim, without its marks', () => {
  const [claim] = claims('“The quay is safe. We tested every stone of it,” Mayor Kari Vold said on Monday.');
  expect(claim).toMatchObject({
    text: 'The quay is safe. We tested every stone of it',
    speaker: 'Kari Vold',
    quoted: true,
    kind: 'statement',
    saidOn: '2023-06-12',
    anonymous: false,
  });
});

test('a quotation that goes on is the same speaker’s, on the same day', () => {
  const [, second] = claims(
    '“The quay is safe,” Mayor Kari Vold said on Monday. “We tested every stone of it.”',
  );
  expect(second).toMatchObject({
    text: 'We tested every stone of it.',
    speaker: 'Kari Vold',
    saidOn: '2023-06-12',
  });
});

test('what was said to another outlet names it', () => {
  const [claim] = claims('A harbour official told the Elm Gazette on Tuesday that the quay is unsafe.');
  expect(claim).toMatchObject({
    speaker: 'a harbour official',
    anonymous: true,
    through: 'Elm Gazette',
    saidOn: '2023-06-13',
  });
  const [own] = claims('A harbour official told the Harbour Post that the quay is unsafe.');
  expect(own!.through).toBeUndefined();
});

test('an outlet that reports a saying is its way, not its speaker', () => {
  const [claim] = claims(
    'Mayor Kari Vold told the board that “the quay will never be as safe as it was,” according to Elm News.',
  );
  expect(claim).toMatchObject({ speaker: 'Kari Vold', through: 'Elm News', quoted: true });
});

test('refusals and denials', () => {
  expect(claims('Spokesmen for the Harbour Board declined to comment.')[0]).toMatchObject({
    kind: 'no-comment',
    speaker: 'spokesmen for the Harbour Board',
  });
  expect(claims('Mayor Kari Vold denied that the quay was unsafe.')[0]).toMatchObject({
    kind: 'denial',
    text: 'the quay was unsafe',
  });
});

test('what an outlet reports is no claim of its own', () => {
  expect(claims('The quay has been closed, Elm News reported.')).toEqual([]);
});

test('words in inverted commas are no quotation', () => {
  expect(claims('The board bought the quay “a sleeping giant of stone and salt” in May.')).toEqual([]);
  expect(claims('The board called the quay “a sleeping giant of stone and salt” in May.')).toMatchObject([
    { quoted: false, text: 'called the quay “a sleeping giant of stone and salt” in May' },
  ]);
});

test('a quotation after the verb and a comma', () => {
  expect(claims('Kari Vold said, “The quay is closed for good.”')[0]).toMatchObject({
    text: 'The quay is closed for good.',
    speaker: 'Kari Vold',
    quoted: true,
  });
});

test('single marks quote as double ones do', () => {
  expect(claims("'The quay is closed for good,' said Kari Vold. The workers' boats are Vold's.")).toEqual([
    expect.objectContaining({ text: 'The quay is closed for good', speaker: 'Kari Vold', quoted: true }),
  ]);
});

test('a quotation that runs over several lines is one speaker’s', () => {
  const text =
    'Kari Vold spoke on Monday.\n“The quay is closed for good.\nThe bridge will follow it in May,” Vold said.\n“Nobody has asked the fishermen.”';
  expect(claims(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['Kari Vold', 'The quay is closed for good.\nThe bridge will follow it in May'],
    ['Kari Vold', 'Nobody has asked the fishermen.'],
  ]);
});

test('an apposition before the verb, a time before the comma, a name that ends like a participle', () => {
  expect(claims('“The quay is closed for good,” Kari Vold, the mayor, said.')[0]).toMatchObject({
    speaker: 'Kari Vold',
  });
  expect(claims('The quay fell shortly after dawn, said harbour chief Bo Lind.')[0]).toMatchObject({
    speaker: 'Bo Lind',
    text: 'The quay fell shortly after dawn',
  });
  expect(claims('Tim Manning spoke. The quay is closed, Manning said.')[0]).toMatchObject({
    speaker: 'Tim Manning',
  });
});

test('what stands before the verb is not said when the words follow it', () => {
  expect(claims('Kari Vold, in a letter sent to the board, said the quay was safe.')[0]).toMatchObject({
    speaker: 'Kari Vold',
    text: 'the quay was safe',
  });
  expect(
    claims('Asked whether the quay was safe, Kari Vold said: “Nobody can tell us that now.”')[0],
  ).toMatchObject({
    text: 'Nobody can tell us that now.',
  });
});

test('a saying broken by its speaker is read whole', () => {
  expect(claims('The new quay would, Kari Vold said, be safer than the old.')[0]!.text).toBe(
    'The new quay would, Kari Vold said, be safer than the old',
  );
});

test.each([
  'The mayor has declared a state of emergency and asked for help.',
  'Mayor Kari Vold announced plans Tuesday to review projects that might harm the quay.',
  'Harbour officials described what divers saw below the quay.',
  'The old board estimated the crowd at 70, and the ferry left.',
  'They slept in the open, with survivors said to be cold.',
])('nobody says anything in: %s', (text) => expect(claims(text)).toEqual([]));

test('somebody who only listens is no outlet', () => {
  expect(claims('A harbour official told the Elm Senate that the quay is unsafe.')[0]).not.toHaveProperty(
    'through',
  );
});

test('what an "I" or "this" in a quotation means stands in the sentence before', () => {
  expect(
    claims('Mayor Kari Vold criticised the date of the regatta.\n“It is a bad week for sailing,” she said.'),
  ).toEqual([
    expect.objectContaining({
      text: 'Mayor Kari Vold criticised the date of the regatta.\n“It is a bad week for sailing,” she said',
      speaker: 'Kari Vold',
    }),
  ]);
  expect(
    claims('The storm passed. “This is the worst storm we have seen here,” said Kari Vold.')[0],
  ).toMatchObject({
    text: 'This is the worst storm we have seen here',
    quoted: true,
  });
  expect(
    claims('The storm passed. “This quay will not stand another year,” said Kari Vold.')[0],
  ).toMatchObject({
    text: 'This quay will not stand another year',
  });
});

test('what is estimated inside a saying is no second saying', () => {
  expect(
    claims('Mayor Kari Vold said thieves took ropes and chains worth an estimated €2 million.')[0]!.text,
  ).toBe('thieves took ropes and chains worth an estimated €2 million');
});

test('two sayings read as one are a claim like any other', () => {
  const [claim] = claims(
    'Mayor Kari Vold said the quay needs a toll. “It will pay for the ropes,” she said.',
  );
  expect(claim).not.toHaveProperty('replaces');
});

test('a quotation is not read with what somebody else said before it', () => {
  expect(
    claims('The board said the harbour was full. “It was a hard day for us all,” Mayor Kari Vold said.').map(
      ({ speaker }) => speaker,
    ),
  ).toEqual(['the board']);
});

test('"She said:" opens a quotation, "What they say:" a paragraph', () => {
  expect(claims('Kari Vold left early. She said: “The quay is closed for good.”')[0]).toMatchObject({
    speaker: 'Kari Vold',
    text: 'The quay is closed for good.',
  });
  expect(
    claims('What they say: Harbour officials stated it is clear that the quay is old.')[0],
  ).toMatchObject({
    speaker: 'harbour officials',
  });
});

test('who is announced at the end of a paragraph speaks in the next', () => {
  expect(
    claims(
      '“The quay is safe,” said Bo Lind.\nKari Vold, the mayor, added:\n“The bridge will need new ropes.”',
    ).map(({ speaker }) => speaker),
  ).toEqual(['Bo Lind', 'Kari Vold']);
});

test('what is pledged or not believed is told with who does', () => {
  expect(claims('Mayor Kari Vold has pledged to rebuild the quay.')[0]!.text).toBe(
    'Mayor Kari Vold has pledged to rebuild the quay',
  );
  expect(claims('Harbour officials do not believe that the quay is safe.')[0]!.text).toBe(
    'Harbour officials do not believe that the quay is safe',
  );
});

test('a name, a comma and a verb break what is said in two', () => {
  expect(claims('The old quay, Kari Vold said, is falling into the sea.')[0]!.text).toBe(
    'The old quay, Kari Vold said, is falling into the sea',
  );
});

test('of two who speak in a sentence each says their own', () => {
  expect(
    claims('Kari Vold insists the quay is safe and Bo Lind said the bridge is not.').map(
      ({ speaker, text }) => [speaker, text],
    ),
  ).toEqual([
    ['Kari Vold', 'the quay is safe'],
    ['Bo Lind', 'the bridge is not'],
  ]);
});

test.each([
  'The fair ended in what the mayor and her aides have always insisted was peace.',
  'Kari Vold claimed victory as the board counted its last votes.',
  'The guests left early, not least as all parties have stressed support for the quay.',
  'The board maintained one fund for which there is no receipt.',
  'Kari Vold asked whether the quay was safe.',
])('nor here: %s', (text) => expect(claims(text)).toEqual([]));

test('a quotation that begins with a pronoun goes on with the one before', () => {
  const [first, second] = claims(
    'Mayor Kari Vold said: “The old quay held for a century.\n“It fell in a single night.\n“But they will build another.”',
  );
  expect(first).toMatchObject({
    text: 'The old quay held for a century.\n“It fell in a single night.\n“But they will build another.',
    speaker: 'Kari Vold',
    quoted: true,
  });
  expect(second).toBeUndefined();
  const [only, other] = claims(
    '“The old quay held for a century,” Kari Vold said. “It fell in a single night.”\n“It was a wet year,” said Bo Lind.',
  );
  expect(only).toMatchObject({
    text: '“The old quay held for a century,” Kari Vold said. “It fell in a single night.”',
    speaker: 'Kari Vold',
  });
  expect(other).toBeUndefined();
});

test('who said a quotation of several sentences stands behind its end', () => {
  const [first, second] = claims(
    'The board argued that the quay would hold. “A good day for Elm! In the end the town will win,” Mayor Kari Vold wrote on Monday.',
  );
  expect(first).toMatchObject({ speaker: 'the board' });
  expect(second).toMatchObject({ speaker: 'Kari Vold', quoted: true });
  // Of whom nothing is known is not said by the one before.
  expect(
    claims(
      'The board argued that the quay would hold. “A good day for Elm! The town will win in the end,” cried the thing.',
    ),
  ).toHaveLength(1);
});

test('what is said within a saying does not make its speaker the one that goes on', () => {
  expect(
    claims(
      'Mayor Kari Vold demanded that Bo Lind explain why the quay fell. “Last night we heard of new cracks in the wall,” she said.',
    ).map(({ speaker }) => speaker),
  ).toEqual(['Kari Vold', 'Kari Vold']);
});

test('he of whom a body tells that he spoke may go on', () => {
  expect(
    claims(
      'The board said that Bo Lind had told police that the quay was old. He said the bridge was older.',
    ).at(-1),
  ).toMatchObject({ speaker: 'Bo Lind', text: 'the bridge was older' });
});

test('"according to" may stand in the middle', () => {
  expect(claims('The fall of the quay, according to Kari Vold, was an accident.')).toMatchObject([
    { speaker: 'Kari Vold', text: 'The fall of the quay, according to Kari Vold, was an accident' },
  ]);
});

test('the outlet stays with a quotation that goes on', () => {
  expect(
    claims('“The old quay held for a century,” Kari Vold told the Elm Gazette. “It fell in a single night.”'),
  ).toMatchObject([{ speaker: 'Kari Vold', through: 'Elm Gazette' }]);
});

test('a quotation in lines ends where its last line closes it, however short', () => {
  const text =
    'Back on the quay, Kari Vold, a fisherman, says: “Ever tried them smoked?\nThey are best.”\nShe fishes off Elm.\nThe fleet has been told to stay away.\n“The boat feeds my family.\nNobody pays me,” she says.';
  expect(claims(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['Kari Vold', 'Ever tried them smoked?\nThey are best.'],
    ['Kari Vold', 'The boat feeds my family.\nNobody pays me'],
  ]);
});

test('what stands before a name and a colon is not what they say', () => {
  const text =
    'Kari Vold died on Monday. Asked in May about the risks of being a unionist, he said: “Every union knows what to expect.” Then, as the ships came in, Bo Lind, a driver, said: “The road is closed for the day.”';
  expect(claims(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['Kari Vold', 'Every union knows what to expect.'],
    ['Bo Lind', 'The road is closed for the day.'],
  ]);
});

test('“he” is no woman and “she” no man, where a title or an office tells', () => {
  const text =
    '“The coast needs help,” Mrs Vold said on Monday. The ships were late. He said the harbour would close. “We will all wait,” said a spokeswoman. She said the board had met.';
  expect(claims(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['Vold', 'The coast needs help'],
    ['a spokeswoman', 'We will all wait'],
    ['a spokeswoman', 'the board had met'],
  ]);
});

test('a nickname in a name is no quotation', () => {
  const text =
    '“Everybody asks where the boats went,” said chief engineer William “Reds” Norrin, who works for the A&B Institute in Elm. “The harbour is empty.”';
  expect(claims(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['William “Reds” Norrin', 'Everybody asks where the boats went'],
    ['William “Reds” Norrin', 'The harbour is empty.'],
  ]);
});

test('a mark lost between lines does not cut a speaker in two or make one of two', () => {
  const text =
    'Rep. Edda J. Norrin (D-Elm)\n, a sharp critic of the port, said on Friday that the claim was false. Plans for the quay were going well, VFA said. The bill mounts for VFA VFA says the cost has risen.';
  expect(claims(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['Edda J. Norrin', 'the claim was false'],
    ['VFA', 'Plans for the quay were going well'],
  ]);
});

test('an act of speech says what somebody is called, or is criticised for', () => {
  const text =
    'Bo Lind called the vote a disgrace. He also criticised the board for its silence. Ann Vold called her brother a week later and the mayor called the police.';
  expect(claims(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['Bo Lind', 'called the vote a disgrace'],
    ['Bo Lind', 'criticised the board for its silence'],
  ]);
});

test('a report that somebody has seen is not the last speaker’s', () => {
  const text =
    'The minister said he would step down in May. The report, seen by the Elm Post, warned that the dam was weak.';
  expect(claims(text).map(({ speaker }) => speaker)).toEqual(['the minister', 'the report']);
});

test('“existing rules”, said at the beginning, are no act', () => {
  expect(claims('Kari Vold said the tax would end. Existing rules would be kept, she said.')).toMatchObject([
    { text: 'the tax would end' },
    { text: 'Existing rules would be kept', speaker: 'Kari Vold' },
  ]);
});

test('who explains how something works has not said it', () => {
  expect(claims('Kari Vold, who builds boats, explains how the quay was mended.')).toEqual([]);
});

test('the day somebody spoke ends where the report turns to another', () => {
  expect(
    claims(
      'On May 5, Kari Vold said the quay was old. Vold said the wall had cracks. Two weeks later the town sent a diver. Vold said the diver had found nothing.',
    ).map(({ saidOn }) => saidOn),
  ).toEqual(['2023-05-05', '2023-05-05', '2023-06-14']);
});
