import type { Analysis } from '../domain/statements.js';
import { passageText, printOf } from '../domain/text-print.js';
import { findClaims } from './claims/claims.js';
import { findDevelopments } from './developments/developments.js';
import { findEntities } from './entities/entities.js';
import { findFigures } from './figures/figures.js';
import { identifyLanguage, primaryLanguage } from './reading/language.js';
import { parseSentences } from './sentence/parse.js';
import { read, type AnalysisInput } from './reading/reading.js';
import { findCredits } from './claims/credits.js';
import { findRelays } from './claims/relays.js';

export type { AnalysisInput } from './reading/reading.js';

/** Raise `version` whenever the same text may give another analysis: analyses of two versions never mix. */
export const ANALYZER = { name: 'dateline-rules', version: 7 } as const;

/**
 * What a report says, as statements that point into its text. Pure and deterministic: the same input gives the same
 * analysis on every machine, in every time zone. Never throws: what it cannot read comes back empty with `failure`.
 */
export function analyze(input: AnalysisInput): Analysis {
  try {
    return understand(input);
  } catch (error) {
    // The message only names the fault; it never carries text of the article.
    return failedAnalysis(`analysis stopped: ${error instanceof Error ? error.name : 'unknown fault'}`);
  }
}

/** What is recorded of a text that cannot be analysed, so that it does not hold up the rest. */
export const failedAnalysis = (failure: string): Analysis => ({ ...empty('und'), failure });

const empty = (language: string): Analysis => ({
  analyzer: ANALYZER,
  language,
  passages: [],
  entities: [],
  developments: [],
  figures: [],
  claims: [],
  relays: [],
});

function understand(input: AnalysisInput): Analysis {
  const language = languageOf(input);
  const english = primaryLanguage(language) === 'en' || language === 'und';
  const reading = read(input, english);
  const entities = findEntities(reading, primaryLanguage(language));
  const known = {
    ...empty(language),
    passages: reading.passages,
    entities: entities.list,
    relays: findCredits(input),
    print: printOf(passageText(input.text, reading.passages)),
  };
  if (!english) return known;
  const sentences = parseSentences(reading, entities);
  const claims = findClaims(reading, entities, sentences);
  return {
    ...known,
    developments: findDevelopments(reading, entities, sentences, claims.attributions),
    figures: findFigures(reading, entities, sentences, claims.attributions),
    claims: claims.list,
    relays:
      known.relays.length > 0
        ? known.relays
        : findRelays(sentences, claims.attributions, entities, input.publisher),
  };
}

/** A text long enough tells its language itself; a short one is believed what its sender says. */
function languageOf({ title, text, language }: AnalysisInput): string {
  const found = identifyLanguage(`${text.slice(0, 6000)}\n${title}`);
  if (!language) return found;
  const agrees = primaryLanguage(language) === found;
  return agrees || found === 'und' || text.length < 200 ? language : found;
}
