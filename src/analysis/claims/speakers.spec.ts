import { parsedText } from '../spec-support.js';

const speakers = (text: string): string[] => parsedText(text).claims.map(({ speaker }) => speaker);

test('pronouns and short names find the person', () => {
  expect(
    speakers(
      'Mayor Kari Vold said the quay is safe. She added that the bridge is not. Vold said the town will rebuild them.',
    ),
  ).toEqual(['Kari Vold', 'Kari Vold', 'Kari Vold']);
});

test('an office known from before is its holder', () => {
  expect(
    speakers(
      'Harbour safety chief Kari Vold said the quay is safe. The harbour safety chief said the bridge is not.',
    ),
  ).toEqual(['Kari Vold', 'Kari Vold']);
});

test('the unnamed are described so that each can be told from the other', () => {
  const text =
    'Two senior harbour officials said the quay is safe. A third senior harbour official said the bridge is not. The third official said the pier may fall.';
  expect(speakers(text)).toEqual([
    'two senior harbour officials',
    'a third senior harbour official',
    'the third senior harbour official',
  ]);
});

test('countries and offices speak as bodies', () => {
  const { claims } = parsedText('Norway says the quay is safe. Vold’s office said the bridge is not.');
  expect(claims.map(({ speaker, anonymous }) => [speaker, anonymous])).toEqual([
    ['Norway', false],
    ['Vold’s office', false],
  ]);
});

test('a second verb is said by the subject of the sentence', () => {
  expect(speakers('The Norwegian government closed the quay and argues that the bridge is next.')).toEqual([
    'the Norwegian government',
  ]);
});

test('plans and polls are nobody', () => {
  expect(speakers('The plan says the quay is safe.')).toEqual([]);
});

test('"it" is whom the sentence before was about, not who spoke last', () => {
  expect(
    speakers(
      'The Norwegian government said the quay is safe. Denmark estimates that the last two piers have moved. It says that the bridge will fall.',
    ),
  ).toEqual(['the Norwegian government', 'Denmark', 'Denmark']);
  expect(
    speakers(
      'The Norwegian government said the quay is safe. Two boats sank. It says that the bridge will fall.',
    ),
  ).toEqual(['the Norwegian government']);
});

test('"they" are several, or somebody unnamed who just spoke', () => {
  expect(speakers('Harbour officials said the quay is safe. They said the bridge is not.')).toEqual([
    'harbour officials',
    'harbour officials',
  ]);
  expect(
    speakers('Harbour officials said the quay is safe. The ferry left. They said the bridge is not.'),
  ).toEqual(['harbour officials']);
});

test('"he" after a named and an unnamed person is whoever came last', () => {
  expect(
    speakers(
      'Mayor Kari Vold said the quay is safe. A harbour official said the bridge is not. He said the pier is new.',
    ),
  ).toEqual(['Kari Vold', 'a harbour official', 'a harbour official']);
});

test('of two officials the other is not the one', () => {
  expect(
    speakers(
      'Two senior harbour officials spoke on Tuesday. One official said the quay is safe. The other official said the bridge is not.',
    ),
  ).toEqual(['a senior harbour official', 'the other senior harbour official']);
});

test('an office, a trade or a relation speaks, though nobody is named', () => {
  const { claims } = parsedText(
    'The mayor said the quay is safe. A nurse said the bridge is not. The captain’s nephew said the pier may fall. Jurors said the wharf is old.',
  );
  expect(claims.map(({ speaker, anonymous }) => [speaker, anonymous])).toEqual([
    ['the mayor', false],
    ['a nurse', true],
    ['the captain’s nephew', true],
    ['jurors', true],
  ]);
});

test('an attorney general is no attorney', () => {
  expect(speakers('The attorney general said the quay is safe.')).toEqual(['the attorney general']);
});

test('"her father" is the father of whom the sentence before was about', () => {
  expect(speakers('Kari Vold left the town. Her father said the quay is safe.')).toEqual([
    "Kari Vold's father",
  ]);
});

test('he who is spoken of is not he who speaks', () => {
  expect(speakers('Ann Roe said the quay is safe. Kari Vold never came, she said.')).toEqual([
    'Ann Roe',
    'Ann Roe',
  ]);
  expect(speakers('Kari Vold left. Vold never came back, she said.')).toEqual([]);
});

test('a name with what they are is one speaker', () => {
  expect(speakers('Ann Roe, chief engineer of the board and a former diver, said the quay is safe.')).toEqual(
    ['Ann Roe'],
  );
});

test('a study of a place is not the place’s, nor is the statement of its prison', () => {
  expect(speakers('A recent study of boats in Norway has concluded that the quay is safe.')).toEqual([
    'a recent study of boats in Norway',
  ]);
  expect(speakers('The quay is safe, according to a Norway prison statement.')).toEqual([]);
});

test('a company, a commission or a club speaks; a short form is the body it is of', () => {
  expect(
    speakers(
      'The Harbour Safety Commission met on Monday. The commission said the quay is safe. A shipping company said the bridge is not.',
    ),
  ).toEqual(['Harbour Safety Commission', 'a shipping company']);
});

test('a study speaks as itself, and again as "the study"', () => {
  expect(
    speakers('A new survey found that the quay is sinking. According to the survey, the bridge is safe.'),
  ).toEqual(['a new survey', 'a new survey']);
  expect(speakers('Kari Vold said the quay is safe. The report also states that the bridge is old.')).toEqual(
    ['Kari Vold', 'the report'],
  );
});

test('who got hold of a paper, or did what it tells of, is not behind it', () => {
  expect(speakers('A report obtained by the Elm Ministry said the quay is safe.')).toEqual(['a report']);
});

test('the lawyer who accuses somebody is not that somebody', () => {
  expect(speakers('The lawyer accusing Kari Vold says the quay was never safe.')).toEqual(['the lawyer']);
  expect(speakers('Kari Vold left. The driver who hit Bo Lind said the quay was dark.')).toEqual([
    'the driver',
  ]);
});

test('a name inside another name’s thing is not whom the sentence is about', () => {
  expect(
    speakers(
      'The organiser of the Kari Vold regatta, Bo Lind, defended the date. He said the quay would be full.',
    ),
  ).toEqual(['Bo Lind']);
});

test('"he" is nobody once somebody else was named in between', () => {
  expect(
    speakers(
      'Bo Lind said the quay is safe. The bridge was opened by Mayor Kari Vold in May. He said the pier is new.',
    ),
  ).toEqual(['Bo Lind']);
});

test('the subject of a saying is what stands right before it', () => {
  expect(speakers('In Elm, a village by the sea, sailor Kari Vold said the quay is safe.')).toEqual([
    'Kari Vold',
  ]);
  expect(speakers('The sailors slept in Elm but an official said the quay is safe.')).toEqual([
    'an official',
  ]);
  expect(speakers('Kari Vold, mayor of hard-hit Elm, Norway, said the quay is safe.')).toEqual(['Kari Vold']);
  expect(
    speakers('“The quay is safe,” Kari Vold, head of the board, the oldest on the coast, told the court.'),
  ).toEqual(['Kari Vold']);
  expect(speakers('“She was the bravest of us all that night,” said her father, Bo Lind.')).toEqual([]);
});

test('"their" spokesman is theirs who died', () => {
  expect(speakers('Kari Vold died on Thursday in Elm, her spokesman said.')).toEqual([
    "Kari Vold's spokesman",
  ]);
});

test('some of a group, and no share of those asked', () => {
  expect(speakers('Some of the older sailors said the quay is safe.')).toEqual(['some of the older sailors']);
  expect(speakers('Some 62 percent of respondents said the quay is safe.')).toEqual([]);
});

test('a subject does not begin in the object of another verb', () => {
  expect(
    speakers('The towns have big holdings and the harbour company says that one of seven boats is lost.'),
  ).toEqual(['the harbour company']);
});

test('quotations do not count when "he" reaches back', () => {
  const quotes = Array.from({ length: 6 }, (_, i) => `“The quay number ${i} was never safe.”`).join('\n');
  expect(speakers(`Bo Lind said the quay was lost.\n${quotes}\nHe said the bridge was not.`).at(-1)).toBe(
    'Bo Lind',
  );
});

test('an outlet speaks in its own cause, and else only passes on', () => {
  expect(speakers('The Elm Gazette has admitted that its report on the quay was wrong.')).toEqual([
    'Elm Gazette',
  ]);
  expect(speakers('The Elm Gazette reported that the quay was unsafe.')).toEqual([]);
});

test('after several, one of them named, "he" is nobody', () => {
  expect(
    speakers(
      'Bo Lind and his deputies have yet to talk about it. “There is no new plan for the quay,” he said.',
    ),
  ).toEqual([]);
});

test('an assistant secretary-general is no assistant', () => {
  expect(speakers('The assistant secretary-general of the board said the quay was safe.')).toEqual([
    'the assistant secretary-general of the board',
  ]);
});

test('one of several is not the one who was told of apart', () => {
  const text =
    'Two officials close to the talks said the quay is shut. A senior harbour official said the pier is safe. The envoy leaves soon, one of the officials said.';
  expect(speakers(text)).toEqual(['two officials', 'a senior harbour official', 'an official']);
});

test('where a mark was lost, a speaker begins with a capital, and a quotation is not the line’s before it', () => {
  expect(speakers('Storm damage at the quay A harbour spokesman said the boats were safe.')).toEqual([
    'a harbour spokesman',
  ]);
  expect(speakers('The editor of The Elm Post, Kari Vold, said the boats were safe.')).toEqual(['Kari Vold']);
  expect(
    speakers(
      'Bo Lind said the fair was safe. But the sailors are not sure.\n\nKari Vold was building a boat when she died in 2009 “We have great respect for the sailors,” he said.',
    ),
  ).toEqual(['Bo Lind', 'Bo Lind']);
  expect(
    speakers(
      'Kari Vold may go to prison if convicted Questions included: “Have you ever sailed such a boat?”',
    ),
  ).toEqual([]);
});

test('"arguing that" is said by whoever did the last thing before it', () => {
  expect(
    speakers('The board lost when judge Bo Lind struck down the ban, arguing that the rule was too old.'),
  ).toEqual(['Bo Lind']);
});

test('who made a speech is "she" behind it, when nobody else is named', () => {
  expect(
    speakers(
      'A storm killed Bo Lind, 87, on Friday. It also darkened Ms Kari Vold’s speech. “We have more work to do than ever,” she said.',
    ),
  ).toEqual(['Kari Vold']);
});

test('whose families, is part of who they are', () => {
  expect(speakers("The victims' families said the judge was fair.")).toEqual(["the victims' families"]);
});

test('of whom they are members is part of who they are; a wife is of whoever her sentence is about', () => {
  expect(speakers('Members of the harbour rescue team said the boats were safe.')).toEqual([
    'members of the harbour rescue team',
  ]);
  expect(speakers('Mayor Kari Vold said the vote was fair. The driver had been old, said his wife.')).toEqual(
    ['Kari Vold'],
  );
});

test('the coast guard is a body, whoever guards', () => {
  expect(speakers('The coast guard said a robot had hit the quay. It said the robot was new.')).toEqual([
    'the coast guard',
    'the coast guard',
  ]);
});

test('a name with a clause behind it speaks, not the name behind the verb', () => {
  expect(
    speakers('Kari Vold, who has lived on the old city block for years, said Moen moved in with her son.'),
  ).toEqual(['Kari Vold']);
});

test('what ends in "officials say" is what they say', () => {
  expect(speakers('Engineers plan to lower the box over the site by boat, officials say.')).toEqual([
    'officials',
  ]);
  expect(speakers('In a boat near the sinking quay, officials said nothing.')).toEqual([]);
});

test('whose somebody is, or where, belongs to who they are', () => {
  expect(
    speakers(
      'A spokesman for the ferry company said the boats were safe. The spokesman said no boat was late. Officials from the Ministry of Trade said the tax would rise. An official in Elm on Monday said the road was closed.',
    ),
  ).toEqual([
    'a spokesman for the ferry company',
    'a spokesman for the ferry company',
    'officials from the Ministry of Trade',
    'an official in Elm',
  ]);
});
