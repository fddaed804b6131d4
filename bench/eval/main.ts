// npm run eval -- <folder> [part…]: measures reading, threading and states on data that others made.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluateArticles } from './articles.js';
import { evaluateClustering, evaluateContributions } from './clustering.js';
import { run as evaluateExtraction } from './extraction.js';
import { measureAnalysis, measureDecisions } from './speed.js';
import { run as evaluateStates } from './states.js';
import { run as evaluateTimelines } from './timelines.js';
import { run as evaluateTracked } from './tracked.js';

interface Row {
  readonly measure: string;
  readonly value: string;
  readonly reference: string;
  readonly aim: string;
}

const three = (value: number): string => value.toFixed(3).replace(/^0/, '');

/** Each part, by the file or folder that it measures on: parts whose data is not there are left out, and say so. */
const PARTS: Record<
  string,
  { readonly data: (folder: string) => string; readonly run: (data: string) => Promise<Row[]> }
> = {
  articles: {
    // The articles read by hand stand beside the folder or in it.
    data: (folder) =>
      [path.join(folder, 'articles.ndjson'), path.join(folder, '../seeds/articles.ndjson')].find(
        existsSync,
      ) ?? 'articles.ndjson',
    async run(data) {
      return Object.entries(evaluateArticles(data)).map(([what, { precision, recall, wrong, missing }]) => {
        for (const one of wrong) console.log(`  ${what}, wrong: ${one}`);
        for (const one of missing) console.log(`  ${what}, missing: ${one}`);
        const value = `P ${three(precision)} R ${three(recall)}`;
        return { measure: `articles read by hand: ${what}`, value, reference: 'by hand', aim: 'P .95 R .80' };
      });
    },
  },
  clustering: {
    data: (folder) => path.join(folder, 'clustering'),
    async run(data) {
      const rows: Row[] = [];
      for (const { set, b3, decisionsPerSecond } of await evaluateClustering(path.dirname(data))) {
        const texts = /ecb/i.test(set);
        rows.push({
          measure: `discovery, ${set}: B³ F1`,
          value: `${three(b3.f1)} (P ${three(b3.precision)} R ${three(b3.recall)})`,
          reference: texts ? '.751 (baseline)' : '.690 (baseline)',
          aim: texts ? '.88' : '.80',
        });
        rows.push({
          measure: `discovery, ${set}: decisions a second`,
          value: String(decisionsPerSecond),
          reference: '–',
          aim: '–',
        });
      }
      return rows;
    },
  },
  contributions: {
    data: (folder) => path.join(folder, 'clustering'),
    async run(data) {
      return (await evaluateContributions(path.dirname(data))).flatMap(({ part, f1 }) =>
        f1.map(({ set, value }) => ({
          measure: `discovery ${part}, ${set}: B³ F1`,
          value: three(value),
          reference: '–',
          aim: '–',
        })),
      );
    },
  },
  // Prints its own table, and only when asked for: it takes minutes.
  parts: {
    data: (folder) => folder,
    async run(data) {
      const script = fileURLToPath(new URL('./parts.js', import.meta.url));
      spawnSync(process.execPath, [script, data], { stdio: 'inherit' });
      return [];
    },
  },
  timelines: {
    data: (folder) => path.join(folder, 'timelines'),
    async run(data) {
      const { dateF1, alignedRouge1 } = evaluateTimelines(data);
      return [
        {
          measure: 'timelines: Date-F1',
          value: three(dateF1),
          reference: '.544 (best published, nine topics)',
          aim: '.58',
        },
        { measure: 'timelines: AR-1 F', value: three(alignedRouge1), reference: '.120', aim: '.13' },
      ];
    },
  },
  tracked: {
    data: (folder) => path.join(folder, 'timelines'),
    async run(data) {
      const { topics, precision, recall, uncertainty } = evaluateTracked(data);
      for (const { topic, terms, articles, caught, right } of topics)
        console.log(
          `  ${topic} by ${terms.join(', ')}: ${right} of ${articles}, and ${caught - right} others`,
        );
      const value = `P ${three(precision)} R ${three(recall)}`;
      return [
        { measure: 'tracked stories, profiles of two names', value, reference: '–', aim: 'report' },
        {
          measure: 'tracked stories: scores off the truth by',
          value: three(uncertainty),
          reference: '–',
          aim: 'report',
        },
      ];
    },
  },
  speed: {
    data: (folder) => path.join(folder, 'timelines'),
    async run(data) {
      const { articles, words, perSecond } = measureAnalysis(data);
      const { stories, perSecond: decisions, comparingAlone } = measureDecisions(data);
      return [
        {
          measure: `analysis: articles of 600 words a CPU second (${articles} articles, ${words} words)`,
          value: perSecond.toFixed(0),
          reference: '–',
          aim: '150',
        },
        {
          measure: `threading: decisions a CPU second, ${stories} stories open (comparing alone)`,
          value: `${decisions.toFixed(0)} (${comparingAlone.toFixed(0)})`,
          reference: '–',
          aim: '2000',
        },
      ];
    },
  },
  states: {
    data: (folder) => path.join(folder, 'states'),
    async run(data) {
      const { states, datedLater, names, dates, figures, leaks } = evaluateStates(data);
      for (const leak of leaks) console.log(`  states, dated later: ${leak}`);
      const recall = ([what, { recall: found, reachable }]: readonly [string, typeof names]): Row => ({
        measure: `states: ${what} of the human background, recall`,
        value: `${three(found)} (${three(reachable)} can be reached)`,
        reference: '–',
        aim: 'report',
      });
      return [
        {
          measure: `states: dated after the day, of ${states} states`,
          value: String(datedLater),
          reference: '–',
          aim: '0',
        },
        ...(
          [
            ['names', names],
            ['dates', dates],
            ['figures', figures],
          ] as const
        ).map(recall),
      ];
    },
  },
  extraction: {
    data: (folder) => path.join(folder, 'extraction'),
    async run(data) {
      const { pages, f1, precision, recall, msPerPage } = await evaluateExtraction(data);
      return [
        {
          measure: `text from HTML, ${pages} pages: F1 over 4-word shingles`,
          value: `${three(f1)} (P ${three(precision)} R ${three(recall)})`,
          reference: '.970 (best published), .947 (Readability.js)',
          aim: '.965',
        },
        { measure: 'text from HTML: ms a page', value: msPerPage.toFixed(1), reference: '–', aim: '–' },
      ];
    },
  },
};

const [folder, ...asked] = process.argv.slice(2);
const unknown = asked.filter((part) => !Object.hasOwn(PARTS, part));
if (!folder || unknown.length > 0) {
  console.error(
    `Say which folder to measure on, and which parts if not all: npm run eval -- <folder> [${Object.keys(PARTS).join('|')}]`,
  );
  process.exit(2);
}
const rows: Row[] = [];
for (const part of asked.length > 0 ? asked : Object.keys(PARTS).filter((part) => part !== 'parts')) {
  const { data, run } = PARTS[part]!;
  const place = data(path.resolve(folder));
  if (!existsSync(place)) {
    console.log(`${part}: left out, there is no ${place}`);
    continue;
  }
  console.log(`${part} …`);
  rows.push(...(await run(place)));
}
if (rows.length > 0) console.table(rows);
