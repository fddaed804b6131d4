import { contributionOf, type InventedSentence } from '../../../../test/support/invented-story.js';
import { fromContribution } from './aggregate.js';
import type { Contribution } from './contribution.js';
import { render, renderFull } from './render.js';

const report = (publisher: string, day: string, sentences: InventedSentence[], people: string[] = []) =>
  contributionOf({
    publisher,
    publishedAt: `${day}T12:00:00Z`,
    sentences,
    entities: [...people.map((name) => [name, 'person'] as const), ['Velm', 'place'], ['Orm', 'place']],
  });

describe('timeline', () => {
  it('tells a happening of several reports once, in its best words, with every source and everybody named', () => {
    const { timeline } = renderFull([
      report(
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
      report(
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
      report('Echo', '2031-03-04', [
        {
          text: 'A dismissed ferry captain rammed the harbour office in Velm on Monday, injuring a clerk and two guards.',
          development: { date: '2031-03-03', salience: 0.7 },
        },
        {
          text: 'A fire in Velm destroyed a warehouse full of barley, and two dockers were burned.',
          development: { date: '2031-03-03', salience: 0.6 },
        },
      ]),
      report('Post', '2031-03-04', [
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
    const dated = report('Echo', '2031-03-04', [
      {
        text: 'A landslide buried the coast road near Velm on Monday and cut off four hamlets.',
        development: { date: '2031-03-03' },
      },
    ]);
    const undated = (text: string) =>
      report('Post', '2031-03-04', [
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
      report('Post', '2031-04-02', [
        {
          text: 'The old lighthouse of Velm burned down last month in the great storm.',
          development: {
            date: { from: '2031-03-01', to: '2031-03-31', precision: 'month' },
            salience: 0.9,
          },
        },
      ]),
      report('Echo', '2031-03-08', [
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

  it('shows a plan that is told again day after day once, as first reported', () => {
    const plan = (publisher: string, day: string, text: string) =>
      report(publisher, day, [{ text, development: { date: '2031-03-20', status: 'planned' } }]);
    const { timeline } = renderFull([
      plan('Post', '2031-03-11', 'The council of Velm will vote on the eastern gate on 20 March.'),
      plan(
        'Echo',
        '2031-03-12',
        'The council of Velm is to vote on the eastern gate on 20 March, it was announced.',
      ),
      plan('Mail', '2031-03-12', 'The fishermen of Orm will hold their spring feast on 20 March.'),
    ]);
    expect(timeline.map((it) => [it.date, it.sources.length])).toEqual([
      ['2031-03-11', 2],
      ['2031-03-12', 1],
    ]);
  });

  it('finds one thing in two late reports of a day long past', () => {
    const late = (publisher: string, text: string) =>
      report(publisher, '2031-06-01', [{ text, development: { date: '2031-03-03' } }]);
    expect(
      renderFull([
        late('Post', 'The ferry Ulla sank off Orm on March 3 with all her cargo.'),
        late('Echo', 'Since March 3, when the Ulla went down, no ferry has called there.'),
      ]).timeline,
    ).toHaveLength(1);
  });

  it('does not tell twice in a summary what the chief words of the story tell, however little these weigh', () => {
    const chief = ['ferry', 'captain', 'harbour', 'strike', 'gate'];
    const matters = ['barley', 'copper', 'salt', 'timber', 'wool', 'wine', 'coal', 'hemp', 'tar', 'glass'];
    const { summary } = renderFull([
      ...matters.map((matter, i) =>
        report('Tide', `2031-02-${10 + i}`, [
          {
            text: `The ${chief[i % 5]} and the ${chief[(i + 2) % 5]} of Velm kept ${matter} from the mills of Orm.`,
            development: { date: `2031-02-${10 + i}`, salience: 0.3 },
          },
        ]),
      ),
      report('Post', '2031-03-04', [
        {
          text: 'A ferry captain on strike rammed the harbour gate of Velm with twenty passengers aboard.',
          development: { date: '2031-03-03', salience: 0.9 },
        },
      ]),
      report('Echo', '2031-03-08', [
        {
          text: 'The captain who led the strike had steered his ferry into the gate of the harbour, a court heard.',
          development: { date: '2031-03-07', salience: 0.8 },
        },
      ]),
    ]);
    expect(summary.filter(({ text }) => /captain .*strike/.test(text))).toHaveLength(1);
  });

  it('reads from the oldest day to the newest', () => {
    const { timeline } = renderFull([
      report('Post', '2031-03-09', [
        { text: 'The gate of Velm reopened on Friday.', development: { date: '2031-03-07' } },
        {
          text: 'Storms had flooded Orm in January.',
          development: { date: { from: '2031-01-01', to: '2031-01-31', precision: 'month' } },
        },
      ]),
    ]);
    expect(timeline.map((it) => [it.date, it.until, it.precision])).toEqual([
      ['2031-01-01', '2031-01-31', 'month'],
      ['2031-03-07', undefined, 'day'],
    ]);
  });

  it('shows a plan that a later report calls off as cancelled, once', () => {
    const plan = report('Post', '2031-03-03', [
      {
        text: 'Delegates of Velm and Orm will meet next week to discuss the eastern gate.',
        development: { date: '2031-03-11', status: 'planned' },
      },
    ]);
    expect(renderFull([plan]).timeline).toMatchObject([
      { date: '2031-03-03', status: 'planned', plannedFor: { date: '2031-03-11' } },
    ]);
    const { timeline } = renderFull([
      plan,
      report('Echo', '2031-03-06', [
        {
          text: 'The meeting of the delegates of Velm and Orm about the eastern gate was called off on Thursday.',
          development: { date: '2031-03-06', status: 'cancelled' },
        },
      ]),
    ]);
    expect(timeline).toMatchObject([{ date: '2031-03-06', status: 'cancelled' }]);
    expect(timeline[0]!.sources).toHaveLength(2);
  });

  it('shows a plan as cancelled when a report only speaks of it', () => {
    const { timeline } = renderFull([
      report('Post', '2031-03-03', [
        {
          text: 'Velm will show its own map of the gate at a meeting with visitors from Orm.',
          development: {
            date: { from: '2031-03-10', to: '2031-03-16', precision: 'week' },
            status: 'planned',
          },
        },
      ]),
      report('Echo', '2031-03-18', [
        {
          text: 'The meeting of Velm and Orm was scheduled last week but was called off.',
          development: {
            date: { from: '2031-03-10', to: '2031-03-16', precision: 'week' },
            status: 'cancelled',
          },
        },
      ]),
    ]);
    expect(timeline.map((it) => [it.date, it.status])).toEqual([
      ['2031-03-03', 'cancelled'],
      ['2031-03-10', 'cancelled'],
    ]);
    expect(timeline[0]!.sources.map((it) => it.publisher)).toEqual(['Post', 'Echo']);
  });

  it('shows a plan of which only a spokesman told as cancelled, and leaves another meeting planned', () => {
    const week = { from: '2031-03-10', to: '2031-03-16', precision: 'week' } as const;
    const planned = { date: week, status: 'planned' } as const;
    const { timeline, summary } = renderFull([
      report(
        'Post',
        '2031-03-03',
        [
          { text: 'The talks will probably be held early next week, an office said.', development: planned },
          {
            text: 'Harbour chief Bela Tok will visit his colleague Cid Ulm next week.',
            development: planned,
          },
        ],
        ['Bela Tok', 'Cid Ulm'],
      ),
      report(
        'Echo',
        '2031-03-11',
        [
          {
            text: 'Mayor Ada Norrin has called off the talks in Velm that were planned for this week.',
            development: { date: week, status: 'cancelled' },
          },
        ],
        ['Ada Norrin'],
      ),
      report(
        'Mail',
        '2031-03-18',
        [
          {
            text: 'The talks in Velm had been planned for last week, but Ada Norrin called them off.',
            development: { date: week, status: 'cancelled' },
          },
        ],
        ['Ada Norrin'],
      ),
    ]);
    expect(timeline.map((it) => [it.text.slice(0, 14), it.status])).toEqual([
      ['Harbour chief ', 'planned'],
      ['The talks will', 'cancelled'],
      [expect.stringMatching(/^(?:Mayor Ada|The talks in)/) as string, 'cancelled'],
    ]);
    expect(summary.map(({ text }) => text).join(' ')).not.toMatch(/will/);
  });

  it('takes who met for the meeting told before, not for a second one', () => {
    const { timeline } = renderFull([
      report(
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

  it('leaves out of a state what a long report tells in passing of something else', () => {
    const gate = (n: number): InventedSentence => ({
      text: `The council of Velm voted on Monday about the eastern gate, part ${n}.`,
      development: { date: `2031-03-0${n}`, salience: 0.7 },
    });
    const aside: InventedSentence = {
      text: 'A circus burned down in Orm.',
      development: { date: '2031-02-11', salience: 0.4 },
    };
    const sentences = [1, 2, 3, 4, 5, 6].map(gate);
    const told = (more: InventedSentence[]) => report('Post', '2031-03-08', [...more, aside]);
    const texts = (it: Contribution) => render(fromContribution(it)).timeline.map(({ text }) => text);
    expect(texts(told(sentences))).not.toContain(aside.text);
    expect(renderFull([told(sentences)]).timeline.map(({ text }) => text)).toContain(aside.text);
    expect(texts(told(sentences.slice(0, 2)))).toContain(aside.text);
  });

  it('shows how things long were only where that clearly tells of the story', () => {
    const weeks = { from: '2031-02-06', to: '2031-03-08', precision: 'range' } as const;
    const told = (strength: number): string[] =>
      render(
        fromContribution(
          contributionOf({
            publishedAt: '2031-03-08T12:00:00Z',
            sentences: [
              {
                text: 'The council of Velm voted on Friday about the eastern gate.',
                development: { date: '2031-03-07' },
              },
              {
                text: 'Relations of Velm and Orm have worsened in recent weeks.',
                development: { date: weeks },
              },
            ],
            strengths: [0.6, strength],
          }),
        ),
      ).timeline.map(({ text }) => text.slice(0, 9));
    expect(told(0.2)).toEqual(['The counc']);
    expect(told(0.6)).toEqual(['Relations', 'The counc']);
  });

  it('says when the day of a plan has gone by without a word of it, and has it in no summary', () => {
    const plan = report('Post', '2031-03-03', [
      {
        text: 'Delegates of Velm and Orm will meet next week to discuss the eastern gate.',
        development: { date: '2031-03-11', status: 'planned' },
      },
    ]);
    const later = (day: string) =>
      report('Echo', day, [{ text: 'A ferry of Orm sank in a storm off Velm.', development: { date: day } }]);
    const before = renderFull([plan, later('2031-03-11')]);
    expect(before.timeline[0]).not.toHaveProperty('dayPassed');
    expect(before.summary.map(({ date }) => date)).toContain('2031-03-03');
    const after = renderFull([plan, later('2031-03-12')]);
    expect(after.timeline[0]).toMatchObject({ status: 'planned', dayPassed: true });
    expect(after.summary.map(({ date }) => date)).toEqual(['2031-03-12']);
  });

  it('tells somebody new how it all began, when many reports speak of that day', () => {
    const began = {
      text: 'The eastern gate of Velm burst on January 5 and flooded the town.',
      development: { date: '2031-01-05' },
    };
    const council = [4, 9, 14, 19, 24, 27, 28].map((n, i) =>
      report('Post', `2031-03-${String(n).padStart(2, '0')}`, [
        {
          text: `${['Divers', 'Pupils', 'Bankers', 'Farmers', 'Bakers', 'Nurses', 'Pilots'][i]} of Velm met the council on ${['pumps', 'schools', 'loans', 'fields', 'ovens', 'wards', 'ships'][i]}.`,
          development: { date: `2031-03-${String(n).padStart(2, '0')}`, salience: 0.8 },
        },
        { ...began, text: began.text.replace('burst', ['burst', 'broke', 'gave way'][i % 3]!) },
      ]),
    );
    expect(renderFull(council).summary.map(({ date }) => date)).toContain('2031-01-05');
  });

  it('keeps summaries free of repetition', () => {
    const telling = (publisher: string, n: number) =>
      report(publisher, '2031-03-04', [
        {
          text: `The eastern gate of Velm was shut on Tuesday after the storm, said the ${n === 1 ? 'harbour' : 'town'} office.`,
          development: { date: n === 1 ? '2031-03-04' : '2031-03-03' },
        },
      ]);
    expect(renderFull([telling('Post', 1), telling('Echo', 2)]).summary).toHaveLength(1);
  });
});
