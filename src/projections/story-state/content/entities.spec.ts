import type { EntityType } from '../../../domain/statements.js';
import type { EntityRecord } from './aggregate.js';
import { EntityNames } from './entities.js';
import { fold } from './words.js';

const record = (
  name: string,
  mentions = 1,
  more: { type?: EntityType; aliases?: string[]; role?: string; at?: string } = {},
): EntityRecord => {
  const type = more.type ?? 'person';
  return {
    key: `${type}/${fold(name)}`,
    name,
    type,
    aliases: more.aliases ?? [],
    mentions,
    articles: 1,
    since: more.at ?? '2031-01-01T00:00:00.000Z',
    ...(more.role ? { roles: [[more.role, more.at ?? '2031-01-01T00:00:00.000Z', 'a'] as const] } : {}),
  };
};

const namesOf = (records: EntityRecord[]): string[] => new EntityNames(records).all.map((it) => it.name);

describe('entities of a story', () => {
  it('has one person for the spellings of a name', () => {
    const names = new EntityNames([
      record('Tarik Belal', 6),
      record('Tariq Bellal', 2),
      record('Gen. Tarik Belal', 1),
      record('Belal', 9),
    ]);
    expect(names.all).toMatchObject([
      { name: 'Tarik Belal', mentions: 18, aliases: ['Belal', 'Tariq Bellal', 'Gen. Tarik Belal'] },
    ]);
    expect(names.entity('Tariq Bellal', 'person')?.name).toBe('Tarik Belal');
  });

  it('joins given names that differ by more only for holders of one office', () => {
    const office = { role: 'chief of the harbour police' };
    expect(
      namesOf([record('Herni Walsk', 3, office), record('Hernl Walsk', 1, { role: 'police chief' })]),
    ).toHaveLength(1);
    expect(
      namesOf([record('Martin Walsk', 3, office), record('Marvel Walsk', 1, { role: 'painter' })]),
    ).toHaveLength(2);
  });

  it('keeps namesakes apart, and a bare surname out of both', () => {
    expect(namesOf([record('Ada Norrin', 3), record('Bela Norrin', 2), record('Norrin', 2)])).toHaveLength(3);
    // Unless it can hardly mean the other.
    expect(namesOf([record('Ada Norrin', 30), record('Bela Norrin', 1), record('Norrin', 2)])).toHaveLength(
      2,
    );
  });

  it('gives a surname to its only bearer, and takes the role last reported', () => {
    const names = new EntityNames([
      record('Norrin', 5, { role: 'mayor', at: '2031-01-02T00:00:00.000Z' }),
      record('Ada Norrin', 1, { role: 'councillor' }),
    ]);
    expect(names.all).toEqual([
      { name: 'Ada Norrin', type: 'person', aliases: ['Norrin'], role: 'mayor', mentions: 6 },
    ]);
  });

  it('knows initials, transliterations and the article of organisations and places', () => {
    const place = { type: 'place' as const };
    const body = { type: 'organisation' as const };
    const names = new EntityNames([
      record('Wadi Yunam', 4, place),
      record('Wadi Younam', 2, place),
      record('Harbour Workers Union', 2, body),
      record('HWU', 7, body),
      record('The Harbour Workers Union', 1, body),
    ]);
    expect(names.all).toMatchObject([
      { name: 'Harbour Workers Union', mentions: 10 },
      { name: 'Wadi Yunam', mentions: 6 },
    ]);
  });

  it('knows a body with and without whose it is, and a company by its initials and designator', () => {
    const body = { type: 'organisation' as const };
    const guards = ['Harbour Guard', 'VN Harbour Guard', 'V.N. Harbour Guard'].map((name) =>
      record(name, 2, body),
    );
    expect(namesOf(guards)).toHaveLength(1);
    expect(namesOf([...guards, record('EL Harbour Guard', 1, body)])).toHaveLength(3);
    expect(
      namesOf([record('Vale Petrol', 9, body), record('VP', 5, body), record('VP Plc', 2, body)]),
    ).toHaveLength(1);
  });

  it('knows what lies there from what is another place', () => {
    const place = { type: 'place' as const };
    expect(
      namesOf(['Velm', 'Velm Peninsula', 'Velm City', 'Velm Province'].map((name) => record(name, 1, place))),
    ).toHaveLength(3);
  });

  it('keeps places apart that only sound alike', () => {
    const place = { type: 'place' as const };
    expect(
      namesOf(['Niger', 'Nigeria', 'Iran', 'Iraq', 'Guinea', 'Guiana'].map((name) => record(name, 1, place))),
    ).toHaveLength(6);
  });

  it('takes a word for what most reports take it for', () => {
    const names = new EntityNames([
      record('Velm', 9, { type: 'place' }),
      record('Velm', 2),
      record('Jor', 5, { type: 'place' }),
      record('Ida Jor', 3),
      record('Jor', 2),
    ]);
    expect(names.all.map((it) => [it.name, it.type, it.mentions])).toEqual([
      ['Velm', 'place', 11],
      ['Ida Jor', 'person', 5],
      ['Jor', 'place', 5],
    ]);
  });

  it('takes a word for a place where some report tells so, and for nobody unless one is named', () => {
    const names = new EntityNames([
      record('Velm', 3, { type: 'place' }),
      record('Velm', 3),
      record('Norga', 2, { type: 'organisation' }),
      record('Norga', 2),
    ]);
    expect(names.all.map((it) => [it.name, it.type])).toEqual([
      ['Velm', 'place'],
      ['Norga', 'organisation'],
    ]);
  });

  it('shows the office last reported in fuller words of its own, never another office', () => {
    const role = (...roles: string[]): string | undefined =>
      new EntityNames([
        {
          ...record('Ada Norrin'),
          roles: roles.map((it, i) => [it, `2031-01-0${9 - i}T00:00:00.000Z`, 'a'] as const),
        },
      ]).all[0]!.role;
    expect(role('harbour master', "Velm's harbour master")).toBe("Velm's harbour master");
    expect(role('mayor', 'deputy mayor of Velm')).toBe('mayor');
    expect(role('mayor', 'spokeswoman for the mayor')).toBe('mayor');
  });

  it('keeps the name of the first report until clearly more want another', () => {
    const first = { at: '2031-01-01T00:00:00.000Z' };
    const later = { at: '2031-02-01T00:00:00.000Z' };
    expect(namesOf([record('Tariq Bellal', 1, first), record('Tarik Bellal', 9, later)])).toEqual([
      'Tariq Bellal',
    ]);
    expect(
      namesOf([record('Tariq Bellal', 1, first), { ...record('Tarik Bellal', 2, later), articles: 2 }]),
    ).toEqual(['Tariq Bellal']);
    expect(
      namesOf([record('Tariq Bellal', 1, first), { ...record('Tarik Bellal', 3, later), articles: 3 }]),
    ).toEqual(['Tarik Bellal']);
  });

  it('gives an acronym to whom by far most articles call so, not to whom it would fit as well', () => {
    const body = { type: 'organisation' as const, aliases: ['VFA'] };
    const names = new EntityNames([
      { ...record('Velm Ferry Authority', 9, body), articles: 8 },
      { ...record('Vale Fishing Association', 3, body), articles: 1 },
      record('VFA', 40, { type: 'organisation' }),
    ]);
    expect(names.entity('VFA', 'organisation')?.name).toBe('Velm Ferry Authority');
    expect(
      namesOf([
        { ...record('Velm Ferry Authority', 9, body), articles: 3 },
        { ...record('Vale Fishing Association', 3, body), articles: 1 },
        record('VFA', 40, { type: 'organisation' }),
      ]),
    ).toHaveLength(3);
  });

  it('has one company with and without its designator, shown without', () => {
    const names = new EntityNames([
      record('VFA', 3, { type: 'organisation', at: '2031-01-02T00:00:00.000Z' }),
      record('VFA Plc', 9, { type: 'organisation' }),
      record('Ulm Ropes', 3, { type: 'organisation' }),
      record('Ulm Ropes, Inc.', 1, { type: 'organisation', at: '2031-01-02T00:00:00.000Z' }),
    ]);
    expect(names.all.map((it) => it.name)).toEqual(['VFA', 'Ulm Ropes']);
  });

  it('takes a given name and what is clipped of it for one, and Paul and Paula for two', () => {
    expect(namesOf([record('Stanley Norrin', 3), record('Stan Norrin')])).toHaveLength(1);
    expect(namesOf([record('Paula Norrin', 3), record('Paul Norrin')])).toHaveLength(2);
  });

  it('does not depend on the order of its records', () => {
    const records = [
      record('Ada Norrin', 3),
      record('Norrin', 3),
      record('Adda Norrin', 3),
      record('Bela Tok', 3),
      record('Tok', 1),
    ];
    expect(new EntityNames([...records].reverse()).all).toEqual(new EntityNames(records).all);
  });
});
