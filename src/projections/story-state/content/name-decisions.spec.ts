import type { EntityType } from '../../../domain/statements.js';
import type { NameDecision, NamesVerdict } from '../../../domain/names-decided.js';
import type { EntityRecord } from './aggregate.js';
import { EntityNames } from './entities.js';
import { contradictions, NameDecisions, withDecision } from './name-decisions.js';
import { fold } from './words.js';

const record = (
  name: string,
  mentions = 1,
  type: EntityType = 'person',
  aliases: string[] = [],
): EntityRecord => ({
  key: `${type}/${fold(name)}`,
  name,
  type,
  aliases,
  mentions,
  articles: 1,
  since: '2031-01-01T00:00:00.000Z',
});

const decision = (one: string, other: string, are: NamesVerdict, position = '1'): NameDecision => ({
  names: [one, other],
  are,
  reason: 'as the editor knows',
  position,
});
const different = (one: string, other: string): NameDecision => decision(one, other, 'different');
const same = (one: string, other: string): NameDecision => decision(one, other, 'same');

const shown = (records: EntityRecord[], ...decisions: NameDecision[]): [string, readonly string[]][] =>
  new EntityNames(records, new NameDecisions(decisions)).all.map((it) => [it.name, it.aliases]);

describe('what somebody has decided about names', () => {
  it('keeps apart what the spelling makes one', () => {
    const records = [record('Tarik Belal', 6), record('Tariq Bellal', 2)];
    expect(shown(records)).toHaveLength(1);
    expect(shown(records, different('tariq bellal', 'Tarik Belal'))).toEqual([
      ['Tarik Belal', []],
      ['Tariq Bellal', []],
    ]);
  });

  it('keeps a bare surname, an acronym and a place apart from whom they would be taken for', () => {
    expect(
      shown([record('Ada Norrin', 9), record('Norrin', 2)], different('Norrin', 'Ada Norrin')),
    ).toHaveLength(2);
    expect(
      shown(
        [record('Harbour Workers Union', 9, 'organisation', ['HWU']), record('HWU', 2, 'organisation')],
        different('HWU', 'Harbour Workers Union'),
      ),
    ).toEqual([
      ['Harbour Workers Union', []],
      ['HWU', []],
    ]);
    expect(
      shown(
        [record('Velm', 9, 'place'), record('Velm Island', 2, 'place')],
        different('Velm', 'Velm Island'),
      ),
    ).toHaveLength(2);
    expect(
      shown([record('Velm', 9, 'place'), record('Velm', 2)], different('Velm', 'Velm Castle')),
    ).toHaveLength(1);
  });

  it('makes one what nothing in the names would, with all that is one with either', () => {
    expect(
      shown(
        [record('Tarik Belal', 6), record('Tariq Bellal', 2), record('Abu Selim', 3)],
        same('Abu Selim', 'Tarik Belal'),
      ),
    ).toEqual([['Tarik Belal', ['Abu Selim', 'Tariq Bellal']]]);
    const both = [record('Coast Watch', 2, 'organisation'), record('Ada Norrin', 5)];
    expect(shown(both, same('Coast Watch', 'Ada Norrin'))).toHaveLength(1);
  });

  it('does not bring together by one decision what another has told apart', () => {
    expect(
      shown(
        [record('Tarik Belal', 6), record('Tariq Bellal', 2), record('Abu Selim', 3)],
        same('Abu Selim', 'Tarik Belal'),
        different('Abu Selim', 'Tariq Bellal'),
      ),
    ).toEqual([
      ['Tarik Belal', ['Abu Selim']],
      ['Tariq Bellal', []],
    ]);
  });

  it('leaves to the reports what is undecided, and what no report names', () => {
    const records = [record('Tarik Belal', 6), record('Tariq Bellal', 2)];
    expect(shown(records, decision('Tarik Belal', 'Tariq Bellal', 'undecided'))).toHaveLength(1);
    expect(shown(records, same('Tarik Belal', 'Nobody Known'))).toHaveLength(1);
  });

  it('lets the last decision about a pair stand, whichever way round it is named', () => {
    const first = different('Ada Norrin', 'Norrin');
    const last = decision('NORRIN', 'Ada Norrin', 'undecided', '2');
    expect(withDecision([first, same('A B', 'C D')], last)).toEqual([same('A B', 'C D'), last]);
  });

  it('knows which decisions one cannot stand beside', () => {
    const made = [same('A Bel', 'C Dor'), same('C Dor', 'E Fal'), different('E Fal', 'G Hal')];
    expect(contradictions(made, different('A Bel', 'E Fal'))).toEqual(made.slice(0, 2));
    expect(contradictions(made, same('G Hal', 'A Bel'))).toEqual([made[2]]);
    expect(contradictions(made, same('A Bel', 'I Jor'))).toEqual([]);
    expect(contradictions(made, different('A Bel', 'G Hal'))).toEqual([]);
    // A decision does not stand against the one that takes its place.
    expect(contradictions(made, same('E Fal', 'G Hal'))).toEqual([]);
  });
});
