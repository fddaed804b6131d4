import { reportOf } from '../../../../test/support/invented-story.js';
import { renderFull } from './render.js';

describe('summary', () => {
  it('does not tell twice in a summary what the chief words of the story tell, however little these weigh', () => {
    const chief = ['ferry', 'captain', 'harbour', 'strike', 'gate'];
    const matters = ['barley', 'copper', 'salt', 'timber', 'wool', 'wine', 'coal', 'hemp', 'tar', 'glass'];
    const { summary } = renderFull([
      ...matters.map((matter, i) =>
        reportOf('Tide', `2031-02-${10 + i}`, [
          {
            text: `The ${chief[i % 5]} and the ${chief[(i + 2) % 5]} of Velm kept ${matter} from the mills of Orm.`,
            development: { date: `2031-02-${10 + i}`, salience: 0.3 },
          },
        ]),
      ),
      reportOf('Post', '2031-03-04', [
        {
          text: 'A ferry captain on strike rammed the harbour gate of Velm with twenty passengers aboard.',
          development: { date: '2031-03-03', salience: 0.9 },
        },
      ]),
      reportOf('Echo', '2031-03-08', [
        {
          text: 'The captain who led the strike had steered his ferry into the gate of the harbour, a court heard.',
          development: { date: '2031-03-07', salience: 0.8 },
        },
      ]),
    ]);
    expect(summary.filter(({ text }) => /captain .*strike/.test(text))).toHaveLength(1);
  });

  it('says when the day of a plan has gone by without a word of it, and has it in no summary', () => {
    const plan = reportOf('Post', '2031-03-03', [
      {
        text: 'Delegates of Velm and Orm will meet next week to discuss the eastern gate.',
        development: { date: '2031-03-11', status: 'planned' },
      },
    ]);
    const later = (day: string) =>
      reportOf('Echo', day, [
        { text: 'A ferry of Orm sank in a storm off Velm.', development: { date: day } },
      ]);
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
      reportOf('Post', `2031-03-${String(n).padStart(2, '0')}`, [
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
      reportOf(publisher, '2031-03-04', [
        {
          text: `The eastern gate of Velm was shut on Tuesday after the storm, said the ${n === 1 ? 'harbour' : 'town'} office.`,
          development: { date: n === 1 ? '2031-03-04' : '2031-03-03' },
        },
      ]);
    expect(renderFull([telling('Post', 1), telling('Echo', 2)]).summary).toHaveLength(1);
  });

  it('has what most reports speak of, however long ago, though what is new weighs more', () => {
    const news = [
      'Divers of Velm asked the council for six new pumps.',
      'Pupils came back to the only school that the water had spared.',
      'A bank of Orm lent the town nine million crowns.',
      'Farmers in the northern valley began to sow barley.',
      'Nurses at the old hospital went on strike for higher pay.',
      'Pilots found a way through the silt of the outer harbour.',
      'Engineers said that the dyke would hold another winter.',
    ];
    const { summary } = renderFull(
      news.map((text, i) =>
        reportOf(`Paper ${i}`, `2031-03-${10 + i}`, [
          { text, development: { date: `2031-03-${10 + i}`, salience: 1 } },
          {
            text: `The gate ${['burst', 'broke', 'gave way'][i % 3]} on January 5 and drowned eleven people in Velm.`,
            development: { date: '2031-01-05', salience: 0.46 },
          },
        ]),
      ),
    );
    expect(summary.at(-1)).toMatchObject({ date: '2031-01-05' });
    expect(summary).toHaveLength(5);
  });

  it('is not filled up with what hardly counts', () => {
    const texts = [
      'The ferry Norrin sank off Velm with forty people on board.',
      'Divers of the navy found the wreck under the northern cape.',
      'Prosecutors charged the owner of the shipyard with fraud.',
      'Bakers of Orm gave bread to a school on June 2, 2030.',
    ];
    const { summary } = renderFull(
      texts.map((text, i) =>
        reportOf(`Paper ${i}`, `2031-03-0${5 - i}`, [
          {
            text,
            development: {
              date: i === 3 ? '2030-06-02' : `2031-03-0${5 - i}`,
              salience: i === 3 ? 0.5 : 0.9,
            },
          },
        ]),
      ),
    );
    expect(summary.map(({ text }) => text)).toEqual(texts.slice(0, 3));
  });

  it('does not tell again what somebody did, in the words of another report', () => {
    const report = (publisher: string, day: string, text: string) =>
      reportOf(publisher, day, [{ text, development: { date: day } }], ['Ada Norrin']);
    const { summary, timeline } = renderFull([
      report(
        'Post',
        '2031-03-03',
        'The captain Ada Norrin boarded a tanker at the northern quay before dawn.',
      ),
      report(
        'Echo',
        '2031-03-04',
        'Ada Norrin has boarded the largest ship ever seen in these waters, to loud cheers.',
      ),
      report('Tide', '2031-03-05', 'Ada Norrin sold her old house to a baker.'),
    ]);
    expect(timeline).toHaveLength(3);
    expect(summary.map(({ date }) => date)).toEqual(['2031-03-05', expect.any(String)]);
  });

  it('does not tell a plan whose day has come beside what became of it', () => {
    const { summary } = renderFull([
      reportOf('Post', '2031-03-05', [
        {
          text: 'Governor Tok will name Ada Norrin as keeper of the northern lighthouse of Orm this morning.',
          development: { date: '2031-03-05', status: 'planned' },
        },
      ]),
      reportOf('Echo', '2031-03-05', [
        {
          text: 'Governor Tok named Ada Norrin keeper of the northern lighthouse of Orm today.',
          development: { date: '2031-03-05' },
        },
      ]),
    ]);
    expect(summary.map(({ text }) => text)).toEqual([expect.stringMatching(/named/)]);
  });

  it('needs fewer words in common for what two reports tell of one day', () => {
    const report = (publisher: string, day: string, text: string) =>
      reportOf(publisher, day, [{ text, development: { date: day } }]);
    const chief = ['fire', 'warehouse', 'Norrin', 'Velm'];
    const before = ['barley', 'copper', 'salt', 'timber', 'wool', 'wine', 'coal', 'hemp', 'tar', 'glass'].map(
      (matter, i) =>
        reportOf('Tide', `2031-02-${10 + i}`, [
          {
            text: `The ${chief[i % 4]} and the ${chief[(i + 1) % 4]} kept ${matter} from the mills.`,
            development: { date: `2031-02-${10 + i}`, salience: 0.3 },
          },
        ]),
    );
    const inTown = 'A fire has badly hurt the old Norrin warehouse in Velm.';
    const again =
      'A Norrin warehouse in the centre of Velm stood in flames after fire broke out below its roof.';
    const texts = (day: string) =>
      renderFull([
        ...before,
        report('Post', '2031-03-05', inTown),
        report('Echo', day, again),
      ]).summary.filter(({ text }) => text === inTown || text === again);
    expect(texts('2031-03-06')).toHaveLength(1);
    expect(texts('2031-03-29')).toHaveLength(2);
  });

  it('does not tell again that something is planned, nor that somebody died', () => {
    const { summary } = renderFull([
      reportOf('Post', '2031-03-05', [
        {
          text: 'Ada Norrin will open the Festival of Lanterns in Velm once more, the council said.',
          development: { date: '2031-05-01', status: 'planned' },
        },
      ]),
      reportOf('Echo', '2031-03-05', [
        {
          text: 'The council of Velm has asked Ada Norrin to open the Festival of Lanterns once more.',
          development: { date: '2031-03-05' },
        },
      ]),
    ]);
    expect(summary).toHaveLength(1);
    const deaths = renderFull([
      reportOf(
        'Post',
        '2031-03-05',
        [{ text: 'Bela Tok died in a storm off the cape.', development: { date: '2031-03-05' } }],
        ['Bela Tok'],
      ),
      reportOf(
        'Echo',
        '2031-03-20',
        [
          {
            text: 'The poet Bela Tok has died, his sister told a newspaper of Orm.',
            development: { date: '2031-03-20', undated: true },
          },
        ],
        ['Bela Tok'],
      ),
    ]);
    expect(deaths.timeline).toHaveLength(2);
    expect(deaths.summary).toHaveLength(1);
    const killed = (publisher: string, text: string, people: readonly string[] = []) =>
      reportOf(publisher, '2031-03-05', [{ text, development: { date: '2031-03-05' } }], people);
    const named = killed('Tide', 'Bela Tok was killed in Velm by a falling beam.', ['Bela Tok']);
    const unnamed = 'A well-known poet has died in what the guard called the worst week of the winter.';
    expect(renderFull([named, killed('Mail', unnamed)]).summary).toHaveLength(1);
    expect(
      renderFull([named, killed('Mail', unnamed.replace('has died', 'has died in Orm'))]).summary,
    ).toHaveLength(2);
  });
});
