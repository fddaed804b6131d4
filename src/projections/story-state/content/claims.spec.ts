import { contributionOf, type Invented } from '../../../../test/support/invented-story.js';
import { fromContribution } from './aggregate.js';
import { render, renderFull } from './render.js';

const quote = 'Everybody waits for the council to open the eastern gate';
const said = (
  more: Partial<Invented> & { speaker: string; words?: string; through?: string; anonymous?: boolean },
) => {
  const { speaker, words = quote, through, anonymous = false, ...article } = more;
  return contributionOf({
    publishedAt: '2031-03-01T09:00:00Z',
    sentences: [
      {
        text: `“${words},” ${speaker} said.`,
        claim: { speaker, words, anonymous, ...(through ? { through } : {}) },
      },
    ],
    ...article,
  });
};

describe('claims', () => {
  it('shows a quote relayed by another outlet once, with both as sources', () => {
    const claims = renderFull([
      said({
        publisher: 'Echo',
        publishedAt: '2031-03-02T09:00:00Z',
        speaker: 'a senior Velm official',
        anonymous: true,
        through: 'Post',
      }),
      said({ publisher: 'Post', speaker: 'a senior Velm official', anonymous: true }),
    ]).claims;
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ saidOn: '2031-03-01', through: 'Post', anonymous: true });
    expect(claims[0]!.sources.map((it) => it.publisher)).toEqual(['Post', 'Echo']);
  });

  it('keeps the same words of two speakers apart', () => {
    expect(
      renderFull([
        said({ publisher: 'Post', speaker: 'Ada Norrin' }),
        said({ publisher: 'Echo', speaker: 'Bela Tok' }),
      ]).claims,
    ).toHaveLength(2);
  });

  it('takes a country and its officials for one side when they say the same at length', () => {
    const words = 'such a wall would lead to a break with all the harbour towns and endanger the old treaty';
    const reported = (publisher: string, speaker: string, anonymous: boolean, said: string) =>
      contributionOf({
        publisher,
        publishedAt: '2031-03-01T09:00:00Z',
        sentences: [{ text: `${said}.`, claim: { speaker, words: said, anonymous, quoted: false } }],
      });
    const claims = (speaker: string) =>
      renderFull([
        reported(
          'Post',
          'senior Velmish officials',
          true,
          `Senior Velmish officials have said that ${words}`,
        ),
        reported('Echo', speaker, false, `${speaker} has stated that ${words} of the lake`),
      ]).claims;
    expect(claims('Velmia')).toHaveLength(1);
    expect(claims('Velmia')[0]!.sources).toHaveLength(2);
    expect(claims('Ormland')).toHaveLength(2);
  });

  it('takes the same words at length of a spokesman and of a person by name for one saying, of that person', () => {
    const words = 'the eastern gate will be closed to all carts until the water has left the lower streets';
    const { claims } = renderFull([
      said({ publisher: 'Post', speaker: 'a spokeswoman', anonymous: true, words }),
      said({
        publisher: 'Echo',
        publishedAt: '2031-03-02T09:00:00Z',
        speaker: 'Ada Norrin',
        words,
        entities: [['Ada Norrin', 'person']],
      }),
    ]);
    expect(claims).toMatchObject([{ speaker: 'Ada Norrin', saidOn: '2031-03-01' }]);
    expect(claims[0]!.sources.map((it) => it.publisher)).toEqual(['Echo', 'Post']);
    const people = (...speakers: string[]) =>
      renderFull(
        speakers.map((speaker) =>
          said({ publisher: speaker, speaker, words, entities: [[speaker, 'person']] }),
        ),
      ).claims.map(({ speaker }) => speaker);
    expect(people('Ada Norrin', 'Bela Tok').sort()).toEqual(['Ada Norrin', 'Bela Tok']);
  });

  it('names a speaker as the story does, with the role known of them, newest first', () => {
    const { claims } = renderFull([
      said({
        publisher: 'Post',
        speaker: 'Ada Norrin',
        entities: [['Ada Norrin', 'person', ['Norrin'], 'mayor']],
      }),
      said({
        publisher: 'Echo',
        publishedAt: '2031-03-04T09:00:00Z',
        speaker: 'Norrin',
        words: 'The gate stays shut until the water falls below the mark',
        entities: [['Norrin', 'person']],
      }),
    ]);
    expect(claims.map((it) => [it.speaker, it.role, it.saidOn])).toEqual([
      ['Ada Norrin', 'mayor', '2031-03-04'],
      ['Ada Norrin', 'mayor', '2031-03-01'],
    ]);
  });

  it('shows first what is said of the story, and leaves out what is said of other matters', () => {
    const says = (words: string, salience: number) => ({
      text: `${words}, Ada Norrin said.`,
      claim: { speaker: 'Ada Norrin', words, salience, quoted: false },
    });
    const { claims } = render(
      fromContribution(
        contributionOf({
          publishedAt: '2031-03-01T09:00:00Z',
          sentences: [
            says('the circus will come to Orm in the summer', 0.7),
            says('the price of bread has risen all over the country', 0.7),
            says('the eastern gate will be opened for carts', 0.6),
            says('the second one involves the western gate', 0.6),
            says('the council votes on the keys of the gate', 0.5),
          ],
          entities: [['Ada Norrin', 'person']],
          role: 'background',
          strengths: [0.1, 0.2, 0.6, 0.6, 0.6],
        }),
      ),
    );
    expect(claims.map(({ text }) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'the eastern',
      'the council',
      'the price',
      'the second',
    ]);
  });
});
