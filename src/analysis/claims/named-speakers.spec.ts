import { parsedText } from '../spec-support.js';

const speakers = (text: string): string[] => parsedText(text).claims.map(({ speaker }) => speaker);

test('a body is named behind what it is and before what else it is', () => {
  expect(speakers('Ferry giant Elmco PLC announced that the quay will be rebuilt.')).toEqual(['Elmco PLC']);
  expect(speakers('Norway, an old friend of Iceland in such matters, said the quay was safe.')).toEqual([
    'Norway',
  ]);
});

test('an agency is named behind what it is', () => {
  expect(speakers('The quay is closed, the disaster agency NORDA said.')).toEqual(['NORDA']);
});

test('whoever is described is named behind it', () => {
  expect(speakers("“The quay is old and unsafe,” said Bergen's head of harbours, Kari Vold.")).toEqual([
    'Kari Vold',
  ]);
});

test('two bodies speak as both, and the day before them is not one of them', () => {
  expect(
    speakers('Last week, the Food Agency and the Sea Administration said the quay would be closed.'),
  ).toEqual(['Food Agency and Sea Administration']);
});

test('a name and a colon', () => {
  expect(speakers('Harbour expert Kari Vold: “The quay is safe for a year.”')).toEqual(['Kari Vold']);
});

test('viewers, one man, Norwegians and the navy can speak', () => {
  expect(speakers('More than 100 viewers complained that the host was too loud.')).toEqual([
    'more than 100 viewers',
  ]);
  expect(speakers('“Why is the quay closed today?” one man said.')).toEqual(['one man']);
  expect(speakers('Many Norwegians believe that the quay is safe.')).toEqual(['many Norwegians']);
  expect(speakers('A top investor said the quay is unsafe.')).toEqual(['a top investor']);
  expect(speakers('Papers and posters said the quay is unsafe.')).toEqual([]);
});

test('a body is no office of its spokesman', () => {
  expect(
    speakers('Navy spokesman Bo Lind said the quay is safe. The navy said the bridge had been closed.'),
  ).toEqual(['Bo Lind', 'the navy']);
});

test('late on a day is no object of "said"', () => {
  expect(
    speakers(
      '“There is no new crack in the quay,” Kari Vold, head of the board and the port, said late on Friday.',
    ),
  ).toEqual(['Kari Vold']);
  expect(speakers('Kari Vold herself said the quay was safe.')).toEqual(['Kari Vold']);
});

test('a measure is nobody’s saying', () => {
  expect(speakers('The quay was as bad as the sceptics thought it would be.')).toEqual([]);
});

test('an acronym in brackets is part of the name', () => {
  expect(speakers('The quay was unsafe, according to the Union of Ferry Workers (UFW).')).toEqual([
    'Union of Ferry Workers',
  ]);
});

test('the day between who speaks and the verb is no part of them', () => {
  expect(speakers('Mayor Kari Vold on Monday accused the board of hiding the report.')).toEqual([
    'Kari Vold',
  ]);
});

test('businessmen, a sergeant and the Republicans can speak', () => {
  expect(speakers('Some Norwegian businessmen have accused the board of delay.')).toEqual([
    'some Norwegian businessmen',
  ]);
  expect(speakers('The man had left by the quay, a police sergeant said on Monday.')).toEqual([
    'a police sergeant',
  ]);
  expect(speakers('Two senior Republicans said the quay was unsafe.')).toEqual(['two senior Republicans']);
});

test('who is named last in an apposition speaks', () => {
  expect(
    speakers(
      'Elmco owns the quay. The company that runs the ferries, Orm Lines, denies that anything has been settled.',
    ),
  ).toEqual(['Orm Lines']);
});

test('an adverb before a pronoun is no part of who speaks', () => {
  expect(speakers('Mayor Kari Vold left the hall. Eventually she said the quay was unsafe.')).toEqual([
    'Kari Vold',
  ]);
  expect(speakers('Nearly 100 residents said the quay was unsafe.')).toEqual(['nearly 100 residents']);
});

test('a day may stand before who speaks, and a clause on them behind', () => {
  expect(speakers('On Wednesday the harbour company said that the quay had been closed.')).toEqual([
    'the harbour company',
  ]);
  expect(
    speakers(
      'The passengers of a ferry from Elm, which left when the wind rose, said the quay had been damaged.',
    ),
  ).toEqual(['the passengers']);
  expect(speakers('The town’s harbour chief said Elmco wrote to the board in May.')).toHaveLength(1);
});

test('a chief operating officer is who is named, not another chief', () => {
  expect(
    speakers(
      'Elmco chief Bo Lind left. Elmco chief operating officer Kari Vold on Friday said the move would be delayed.',
    ),
  ).toEqual(['Kari Vold']);
});

test('a colon gives the quotation behind it to whom the sentence is about', () => {
  expect(speakers('Kari Vold paid tribute to the crew: “The men of that boat were brave.”')).toEqual([
    'Kari Vold',
  ]);
  expect(speakers('Kari Vold held up a sign: “The quay is ours for ever.”')).toEqual([]);
  expect(speakers('The sea was calm that day: “The quay is ours for ever.”')).toEqual([]);
});

test('where somebody speaks, and what a company makes, belong to the name', () => {
  expect(speakers('Board spokeswoman Kari Vold in Oslo said the quay was safe.')).toEqual(['Kari Vold']);
  expect(speakers('After two weeks, producer Elm Pictures said the film had been a loss.')).toEqual([
    'Elm Pictures',
  ]);
  expect(speakers('Deputies said that the quay had been closed.')).toEqual(['deputies']);
});

test('a clause in a quotation does not reach over its end', () => {
  expect(
    speakers('“They take away work from those who fish,” boat captain Kari Vold told the website.'),
  ).toEqual([]);
  expect(
    speakers('“The town takes work from those who fish,” boat captain Kari Vold told the website.'),
  ).toEqual(['Kari Vold']);
});

test('what the tagger takes for a verb may be part of an office', () => {
  expect(
    speakers(
      '“Sailors should run, not walk, to the quay,” said Harbour Watch advanced wind researcher Kari Vold.',
    ),
  ).toEqual(['Kari Vold']);
});
