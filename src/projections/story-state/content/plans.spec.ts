import { reportOf } from '../../../../test/support/invented-story.js';
import { renderFull } from './render.js';

describe('plans', () => {
  it('shows a plan that is told again day after day once, as first reported', () => {
    const plan = (publisher: string, day: string, text: string) =>
      reportOf(publisher, day, [{ text, development: { date: '2031-03-20', status: 'planned' } }]);
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

  it('shows a plan and a calling-off that read alike as cancelled', () => {
    const plan = reportOf('Post', '2031-03-03', [
      {
        text: 'Delegates of Velm will meet the owners of Orm Lines on 20 March about the eastern gate.',
        development: { date: '2031-03-20', status: 'planned' },
      },
    ]);
    const end = reportOf('Echo', '2031-03-06', [
      {
        text: 'The delegates of Velm will not meet the owners of Orm Lines on 20 March about the eastern gate: it was cancelled.',
        development: { date: '2031-03-20', status: 'cancelled' },
      },
    ]);
    const { timeline } = renderFull([plan, end]);
    expect(timeline).toMatchObject([{ date: '2031-03-06', status: 'cancelled' }]);
    expect(timeline[0]!.sources).toHaveLength(2);
  });

  it('shows a plan that a later report calls off as cancelled, once', () => {
    const plan = reportOf('Post', '2031-03-03', [
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
      reportOf('Echo', '2031-03-06', [
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
      reportOf('Post', '2031-03-03', [
        {
          text: 'Velm will show its own map of the gate at a meeting with visitors from Orm.',
          development: {
            date: { from: '2031-03-10', to: '2031-03-16', precision: 'week' },
            status: 'planned',
          },
        },
      ]),
      reportOf('Echo', '2031-03-18', [
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
      reportOf(
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
      reportOf(
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
      reportOf(
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
});
