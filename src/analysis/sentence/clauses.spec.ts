import { findClauses } from './clauses.js';
import { tagTokens } from '../reading/tagger.js';
import { tokenize } from '../reading/tokens.js';

const clauses = (text: string): Record<string, string> => {
  const tokens = tokenize(text);
  tagTokens(tokens);
  return Object.fromEntries(findClauses(tokens).map(({ verb, kind }) => [tokens[verb.head]!.text, kind]));
};

test('a relative clause between subject and verb does not hide the main verb', () => {
  expect(clauses('The crews who came from Elm have left the island.')).toMatchObject({
    came: 'relative',
    left: 'main',
  });
});

test('what is said is content', () => {
  expect(clauses('The mayor said on Monday that the quay had collapsed.')).toMatchObject({
    said: 'main',
    collapsed: 'content',
  });
});

test('an introduction is not the sentence', () => {
  expect(clauses('After the storm passed, the ferry sailed to Elm.')).toMatchObject({
    passed: 'subordinate',
    sailed: 'main',
  });
});

test('an amount is no introduction', () => {
  const texts = ['At least 40', 'Up to 40', 'Over 40', 'Between 30 and 40'];
  for (const amount of texts)
    expect(clauses(`${amount} boats sank in the storm, the mayor said.`)).toMatchObject({ sank: 'main' });
});

test('a plan presented is described, what it included is told', () => {
  expect(clauses('The plans the army presented in May included a new bridge.')).toMatchObject({
    presented: 'bare',
    included: 'main',
  });
});

test('a second verb shares the subject', () => {
  expect(clauses('The boat struck a rock and sank.')).toMatchObject({ struck: 'main', sank: 'joined' });
});

test('a verb after "refused to" does not take its place', () => {
  expect(clauses('The crew refused to allow stranded passengers to return.')).toMatchObject({
    refused: 'main',
  });
});

test('"once" opens a clause where a subject follows', () => {
  expect(clauses('The ferry could sail once Brisk sells it.')).toMatchObject({ sells: 'subordinate' });
  expect(clauses('The quay was once owned by a bank.')).toMatchObject({ owned: 'main' });
});

test('rules announced on a day are described, what they would do is told', () => {
  expect(clauses('The rules announced Monday would allow boats to leave.')).toMatchObject({
    announced: 'bare',
    allow: 'main',
  });
  expect(clauses('Kari Vold said the rules issued Monday closed the quay.')).toMatchObject({
    issued: 'bare',
    closed: 'content',
  });
  expect(clauses('The mayor announced on Monday that the quay would close.')).toMatchObject({
    announced: 'main',
  });
});

test('"after" before a noun hides no verb', () => {
  expect(clauses('The first boats after the storm on Monday brought food.')).toMatchObject({
    brought: 'main',
  });
  expect(clauses('The boats that left after the storm hit Elm brought food.')).toMatchObject({
    hit: 'subordinate',
  });
});

test('a verb with its doer behind it, between commas, only describes', () => {
  expect(clauses('The ferry, bought by a bank, is still burning.')).toMatchObject({
    bought: 'bare',
    burning: 'main',
  });
});

test('a participle in marks before its noun is no verb', () => {
  expect(clauses('The crews introduced their own “revamped” plan on Monday.')).toEqual({
    introduced: 'main',
  });
});

test('a past form that the tagger takes for an adjective is a verb where no adjective can stand', () => {
  expect(clauses('The quay is named for a sailor who drowned off Elm.')).toMatchObject({
    drowned: 'relative',
  });
});

test('a past form with an object carries the sentence, the participle behind it only describes', () => {
  expect(clauses('A jury on Monday convicted a man charged in a May robbery at the quay.')).toEqual({
    convicted: 'main',
    charged: 'bare',
  });
  expect(clauses('A sailor paid a wage left in May with the others.')).toMatchObject({ paid: 'bare' });
});

test('a verb with its doer behind it, after a comma, describes wherever it stands', () => {
  expect(clauses('Vold spoke of the flood, caused by a storm on Monday.')).toEqual({
    spoke: 'main',
    caused: 'bare',
  });
});

test('a participle with its doer yields to the verb behind two names', () => {
  expect(clauses('Crews scarred by storms off Elm and Bergen are to rest.')).toMatchObject({
    scarred: 'bare',
    are: 'main',
  });
});

test('behind "since" as elsewhere a participle yields to the verb', () => {
  expect(clauses('Smoke has risen since a tanker owned by Orm Lines burned off Elm.')).toEqual({
    risen: 'main',
    owned: 'bare',
    burned: 'subordinate',
  });
});

test('"The day before," opens no clause', () => {
  expect(clauses('The day before, the crew left Elm.')).toEqual({ left: 'main' });
});

test('so long after something opens a sentence as a day does', () => {
  expect(clauses('More than two years after the flood, the mayor has left Elm.')).toEqual({ left: 'main' });
});
