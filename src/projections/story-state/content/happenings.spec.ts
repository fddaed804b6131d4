import { reportOf } from '../../../../test/support/invented-story.js';
import { renderFull } from './render.js';

describe('happenings', () => {
  it('tells a happening of several reports once, in its best words, with every source and everybody named', () => {
    const { timeline } = renderFull([
      reportOf(
        'Echo',
        '2031-03-03',
        [
          {
            text: 'They met the harbour chief of Orm, Bela Tok, on Monday to discuss the closing of the eastern gate in Velm',
            development: { date: '2031-03-03', salience: 0.6 },
          },
        ],
        ['Bela Tok'],
      ),
      reportOf(
        'Post',
        '2031-03-04',
        [
          {
            text: 'Mayor Ada Norrin met the harbour chief of Orm in Velm on Monday to discuss the closing of the eastern gate.',
            development: { date: '2031-03-03', salience: 0.6 },
          },
          {
            text: 'A ferry sank off Orm on Monday, with no one hurt.',
            development: { date: '2031-03-03', salience: 0.5 },
          },
        ],
        ['Ada Norrin'],
      ),
    ]);
    expect(timeline).toHaveLength(2);
    expect(timeline[0]!.text).toMatch(/^Mayor Ada Norrin/);
    expect(timeline[0]!.people).toEqual(['Ada Norrin', 'Bela Tok']);
    expect(timeline[0]!.sources.map((it) => it.publisher)).toEqual(['Post', 'Echo']);
  });

  it('tells once what two reports tell in words of their own, and apart what happened elsewhere', () => {
    const { timeline } = renderFull([
      reportOf('Echo', '2031-03-04', [
        {
          text: 'A dismissed ferry captain rammed the harbour office in Velm on Monday, injuring a clerk and two guards.',
          development: { date: '2031-03-03', salience: 0.7 },
        },
        {
          text: 'A fire in Velm destroyed a warehouse full of barley, and two dockers were burned.',
          development: { date: '2031-03-03', salience: 0.6 },
        },
      ]),
      reportOf('Post', '2031-03-04', [
        {
          text: 'The harbour office was rammed Monday by a dismissed captain, who wounded three people before he gave up.',
          development: { date: '2031-03-03', salience: 0.6 },
        },
        {
          text: 'A fire in Orm destroyed a warehouse and spread to the rope works behind it.',
          development: { date: '2031-03-03', salience: 0.6 },
        },
      ]),
    ]);
    expect(timeline.map((it) => [it.text.split(' ').slice(0, 3).join(' '), it.sources.length])).toEqual([
      ['A dismissed ferry', 2],
      ['A fire in', 1],
      ['A fire in', 1],
    ]);
  });

  it("tells yesterday's news under yesterday when a report of today says no day, and a further happening apart", () => {
    const dated = reportOf('Echo', '2031-03-04', [
      {
        text: 'A landslide buried the coast road near Velm on Monday and cut off four hamlets.',
        development: { date: '2031-03-03' },
      },
    ]);
    const undated = (text: string) =>
      reportOf('Post', '2031-03-04', [
        { text, development: { date: '2031-03-04', salience: 0.9, undated: true } },
      ]);
    const { timeline } = renderFull([
      dated,
      undated('A landslide has buried the coast road near Velm and has cut off several hamlets.'),
    ]);
    expect(timeline).toMatchObject([{ date: '2031-03-03', precision: 'day' }]);
    expect(timeline[0]!.sources.map((it) => it.publisher)).toEqual(['Post', 'Echo']);
    expect(
      renderFull([
        dated,
        undated('A second landslide has buried the coast road near Velm and has cut off several hamlets.'),
      ]).timeline.map((it) => it.date),
    ).toEqual(['2031-03-03', '2031-03-04']);
  });

  it('tells what happened on a day of a month once, in words that know the day', () => {
    const { timeline } = renderFull([
      reportOf('Post', '2031-04-02', [
        {
          text: 'The old lighthouse of Velm burned down last month in the great storm.',
          development: {
            date: { from: '2031-03-01', to: '2031-03-31', precision: 'month' },
            salience: 0.9,
          },
        },
      ]),
      reportOf('Echo', '2031-03-08', [
        {
          text: 'The old lighthouse of Velm burned down on Friday when lightning struck.',
          development: { date: '2031-03-07' },
        },
      ]),
    ]);
    expect(timeline).toMatchObject([
      { date: '2031-03-07', precision: 'day', text: expect.stringContaining('on Friday') },
    ]);
    expect(timeline[0]!.sources).toHaveLength(2);
  });

  it('takes a month for the day of the happening it is most like, whoever tells that best', () => {
    const { timeline } = renderFull([
      reportOf('Post', '2031-04-02', [
        {
          text: 'The old lighthouse of Velm burned down last month at the age of ninety years.',
          development: {
            date: { from: '2031-03-01', to: '2031-03-31', precision: 'month' },
            salience: 0.9,
          },
        },
      ]),
      reportOf('Echo', '2031-03-08', [
        {
          text: 'Lightning struck the old lighthouse of Velm on Friday, and it burned down to its foundations.',
          development: { date: '2031-03-07', salience: 0.7 },
        },
      ]),
      reportOf('Mail', '2031-03-08', [
        {
          text: 'The old lighthouse burned down on Friday after ninety years, to its foundations.',
          development: { date: '2031-03-07', salience: 0.6 },
        },
      ]),
    ]);
    expect(timeline.map((it) => [it.date, it.sources.length])).toEqual([['2031-03-07', 3]]);
  });

  it('finds one thing in two late reports of a day long past', () => {
    const late = (publisher: string, text: string) =>
      reportOf(publisher, '2031-06-01', [{ text, development: { date: '2031-03-03' } }]);
    expect(
      renderFull([
        late('Post', 'The ferry Ulla sank off Orm on March 3 with all her cargo.'),
        late('Echo', 'Since March 3, when the Ulla went down, no ferry has called there.'),
      ]).timeline,
    ).toHaveLength(1);
  });

  it('keeps apart what befell others on one day, and what shares its background where neither report says the day', () => {
    const late = (publisher: string, text: string) =>
      reportOf(
        publisher,
        '2031-06-01',
        [{ text, development: { date: '2031-03-03' } }],
        ['Ada Norrin', 'Bela Tok'],
      );
    expect(
      renderFull([
        late('Post', 'Ada Norrin was arrested on March 3 for steering a ferry while drunk.'),
        late('Echo', 'Bela Tok was arrested on March 3 for steering a barge while drunk.'),
      ]).timeline,
    ).toHaveLength(2);
    const undated = (publisher: string, text: string) =>
      reportOf(publisher, '2031-03-04', [{ text, development: { date: '2031-03-04', undated: true } }]);
    expect(
      renderFull([
        undated('Post', 'The captain who rammed the harbour office has been convicted by a jury.'),
        undated(
          'Echo',
          'Found by children under the pier, a film shows how the captain, lantern in hand and wine on his breath, rammed the harbour office while nets and barrels flew about.',
        ),
      ]).timeline,
    ).toHaveLength(2);
  });

  it('takes who met for the meeting told before, not for a second one', () => {
    const { timeline } = renderFull([
      reportOf(
        'Post',
        '2031-03-04',
        [
          {
            text: 'The harbour chiefs of Velm and Orm met in Velm on Monday to discuss the eastern gate.',
            development: { date: '2031-03-03' },
          },
          {
            text: 'Ada Norrin and her deputy met Bela Tok, who commands the fleet.',
            development: { date: '2031-03-03', undated: true },
          },
        ],
        ['Ada Norrin', 'Bela Tok'],
      ),
    ]);
    expect(timeline).toHaveLength(1);
    expect(timeline[0]!.people).toEqual(['Ada Norrin', 'Bela Tok']);
  });

  it('tells once what befell somebody on a day, in whatever words, and apart what befell somebody else or came next', () => {
    const told = (publisher: string, text: string, people: readonly string[], undated?: true) =>
      reportOf(publisher, '2031-03-04', [{ text, development: { date: '2031-03-04', undated } }], people);
    const { timeline } = renderFull([
      told(
        'Echo',
        'Ada Norrin, who was the first to sail alone round the northern cape, has died.',
        ['Ada Norrin'],
        true,
      ),
      told('Post', 'The grand old lady of the harbour board, Ada Norrin, died peacefully at home aged 91.', [
        'Ada Norrin',
      ]),
      told('Tide', 'Bela Tok died at sea when his boat was run down by a tanker.', ['Bela Tok']),
      told('Mail', 'Ada Norrin was buried under the old lighthouse while the bells of six towns rang.', [
        'Ada Norrin',
      ]),
      told('Star', 'Carl Wenn was arrested at the gate with two crates of copper.', ['Carl Wenn']),
      told('News', 'How convicted smuggler Carl Wenn was acquitted by three judges remained unclear.', [
        'Carl Wenn',
      ]),
    ]);
    expect(timeline).toHaveLength(5);
    expect(timeline.find(({ sources }) => sources.length === 2)).toMatchObject({ people: ['Ada Norrin'] });
  });
});
