// node parts.js <folder> [articles a topic] [regular expression]: what each part of reading and states contributes, or
// each whose name the expression matches, which may be measured on more. A process of its own: the hook has to stand
// before the program is loaded.
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { PARTS } from './part-list.js';

register('./leave-out.js', import.meta.url, { data: PARTS });
const { measureAll } = await import('./measure-all.js');

const found = new Set((globalThis as { canBeLeftOut?: readonly string[] }).canBeLeftOut);
const lost = PARTS.filter(({ part }) => !found.has(part)).map(({ module }) => module);
if (lost.length > 0) throw new Error(`Not loaded, so not measured: ${lost.join(', ')}. Mend part-list.ts`);

const folder = path.resolve(process.argv[2] ?? '.');
const articles = [path.join(folder, 'articles.ndjson'), path.join(folder, '../seeds/articles.ndjson')].find(
  existsSync,
);
const leaveOut = (part?: string): void => {
  (globalThis as { leftOut?: string }).leftOut = part;
};

const sample = process.argv[3] === undefined ? undefined : Number(process.argv[3]);
const asked = new RegExp(process.argv[4] ?? '');

const whole = measureAll(folder, articles, sample);
const names = Object.keys(whole.measures);
const print = (part: string, values: readonly (string | number)[]): void =>
  console.log(
    part.padEnd(62) + values.map((it, i) => String(it).padStart((names[i]?.length ?? 7) + 2)).join(''),
  );
/** Thousandths keep the lines short enough to read. */
const thousandths = (value: number): number => Math.round(value * 1000) || 0;

// Each line as it is measured: it takes minutes.
print('thousandths', [...names, 'changed']);
print('the whole', [...names.map((name) => thousandths(whole.measures[name]!)), whole.told.length]);
for (const { part } of PARTS.filter((each) => asked.test(each.part))) {
  leaveOut(part);
  const { measures, told } = measureAll(folder, articles, sample);
  leaveOut();
  const differences = names.map((name) => thousandths(measures[name]! - whole.measures[name]!));
  print(`without ${part}`, [...differences, told.filter((it, i) => it !== whole.told[i]).length]);
}
