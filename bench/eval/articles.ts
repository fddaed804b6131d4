import { readFileSync } from 'node:fs';
import { analyze, type AnalysisInput } from '../../src/analysis/analyze.js';
import type { Analysis } from '../../src/domain/statements.js';

/** What a careful reader finds in an article; `a|b` stands for either. Optional ones are right but not asked for. */
interface Gold {
  readonly developments: readonly {
    from: string;
    to: string;
    mentions: readonly string[];
    optional?: true;
  }[];
  readonly figures: readonly {
    value: number;
    unit: string;
    subject: readonly string[];
    attributedTo?: string;
    qualifier?: string;
    optional?: true;
  }[];
  readonly speakers: readonly string[];
  readonly alsoSpeakers: readonly string[];
  readonly people: readonly string[];
  readonly alsoPeople: readonly string[];
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  /** What is wrong, and what is missing, for a reader. */
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

type Part = 'developments' | 'figures' | 'speakers' | 'people';

/**
 * Precision and recall of statements on articles that were read by hand: developments by date and what they mention,
 * figures by value, subject and who gave them, speakers, and people as one entity each.
 *
 * @param file NDJSON of `POST /v1/articles` bodies with an `externalId` that the gold file lists
 */
export function evaluateArticles(
  file: string,
  goldFile = new URL('./articles-gold.json', import.meta.url),
): Record<Part, Score> {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8')) as Record<string, Gold>;
  const tallies: Record<Part, Tally> = {
    developments: new Tally(),
    figures: new Tally(),
    speakers: new Tally(),
    people: new Tally(),
  };
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const article = JSON.parse(line) as AnalysisInput & { externalId: string };
    const expected = gold[article.externalId];
    if (!expected) continue;
    const analysis = analyze(article);
    const at = `${article.externalId}: `;
    scoreDevelopments(tallies.developments, at, article.text, analysis, expected);
    scoreFigures(tallies.figures, at, article.text, analysis, expected);
    scoreNames(
      tallies.speakers,
      at,
      [...new Set(analysis.claims.map((claim) => claim.speaker))],
      expected.speakers,
      expected.alsoSpeakers,
    );
    const people = analysis.entities
      .filter((entity) => entity.type === 'person')
      .map((entity) => entity.name);
    scoreNames(tallies.people, at, people, expected.people, expected.alsoPeople);
  }
  return {
    developments: tallies.developments.score(),
    figures: tallies.figures.score(),
    speakers: tallies.speakers.score(),
    people: tallies.people.score(),
  };
}

class Tally {
  private right = 0;
  private found = 0;
  private asked = 0;
  private readonly wrong: string[] = [];
  private readonly missing: string[] = [];

  output(right: boolean, what: string): void {
    this.right += right ? 1 : 0;
    if (!right) this.wrong.push(what);
  }

  gold(found: boolean, what: string): void {
    this.asked += 1;
    this.found += found ? 1 : 0;
    if (!found) this.missing.push(what);
  }

  score(): Score {
    const outputs = this.right + this.wrong.length;
    return {
      precision: outputs === 0 ? 1 : this.right / outputs,
      recall: this.asked === 0 ? 1 : this.found / this.asked,
      wrong: this.wrong,
      missing: this.missing,
    };
  }
}

const has = (text: string, either: string): boolean =>
  either.split('|').some((part) => text.toLowerCase().includes(part.toLowerCase()));

function scoreDevelopments(tally: Tally, at: string, text: string, analysis: Analysis, gold: Gold): void {
  const fits = (d: Analysis['developments'][number], g: Gold['developments'][number]): boolean =>
    d.date.from >= g.from &&
    d.date.to <= g.to &&
    g.mentions.every((mention) => has(text.slice(d.start, d.end), mention));
  for (const d of analysis.developments) {
    tally.output(
      gold.developments.some((g) => fits(d, g)),
      `${at}${d.date.from}..${d.date.to} ${text.slice(d.start, d.end)}`,
    );
  }
  for (const g of gold.developments.filter((one) => !one.optional)) {
    tally.gold(
      analysis.developments.some((d) => fits(d, g)),
      `${at}${g.from}..${g.to} ${g.mentions.join(', ')}`,
    );
  }
}

function scoreFigures(tally: Tally, at: string, text: string, analysis: Analysis, gold: Gold): void {
  type Figure = Analysis['figures'][number];
  const fits = (f: Figure, g: Gold['figures'][number]): boolean =>
    f.value === g.value &&
    g.subject.some((word) => has(`${f.subject} ${f.unit}`, word)) &&
    (g.attributedTo === undefined || has(f.attributedTo ?? '', g.attributedTo)) &&
    (g.qualifier === undefined ||
      has(f.qualifier ?? '', g.qualifier) ||
      has(text.slice(f.start, f.valueSpan.end), g.qualifier));
  for (const f of analysis.figures) {
    const told = `${at}${f.qualifier ?? ''} ${f.value} ${f.unit}: ${f.subject} (${f.attributedTo ?? '-'})`;
    tally.output(
      gold.figures.some((g) => fits(f, g)),
      told,
    );
  }
  for (const g of gold.figures.filter((one) => !one.optional)) {
    tally.gold(
      analysis.figures.some((f) => fits(f, g)),
      `${at}${g.value} ${g.unit} ${g.attributedTo ?? ''}`,
    );
  }
}

function scoreNames(
  tally: Tally,
  at: string,
  names: readonly string[],
  gold: readonly string[],
  also: readonly string[],
): void {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .replace(/^(the|a|an|one|two|three) /, '')
      .trim();
  const fits = (name: string, either: string): boolean =>
    either
      .split('|')
      .some((g) => plain(name) === plain(g) || (plain(g).length > 6 && plain(name).includes(plain(g))));
  const seen = new Set<string>();
  for (const name of names) {
    const match = [...gold, ...also].find((g) => fits(name, g));
    // Two entities for one person are one too many.
    const twice = match !== undefined && !match.includes('|') && seen.has(match);
    if (match !== undefined) seen.add(match);
    tally.output(match !== undefined && !twice, `${at}${name}${twice ? ' (twice)' : ''}`);
  }
  for (const g of gold)
    tally.gold(
      names.some((name) => fits(name, g)),
      `${at}${g}`,
    );
}
