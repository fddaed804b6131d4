import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { renderFull } from '../../src/projections/story-state/content/render.js';
import { evaluateArticles } from './articles.js';
import { run as evaluateStates } from './states.js';
import { run as evaluateTimelines } from './timelines.js';
import { run as evaluateTracked } from './tracked.js';

/** So that fifty parts take minutes: articles of a topic, taken evenly over its time, and annotators of an event. */
const SAMPLE = { articlesPerTopic: 30, annotators: 1 };

/**
 * @param articlesPerTopic more of them take longer and show more
 * @returns measures by name, and digests: of what is told of each article, in each topic's state, of each match
 */
export function measureAll(
  folder: string,
  articles?: string,
  articlesPerTopic = SAMPLE.articlesPerTopic,
): { measures: Record<string, number>; told: string[] } {
  const measures: Record<string, number> = {};
  const told: string[] = [];
  if (articles) {
    for (const [what, { precision, recall }] of Object.entries(evaluateArticles(articles))) {
      measures[`${what} P`] = precision;
      measures[`${what} R`] = recall;
    }
  }
  if (existsSync(path.join(folder, 'states'))) {
    const { names, dates, figures, datedLater } = evaluateStates(
      path.join(folder, 'states'),
      SAMPLE.annotators,
    );
    Object.assign(measures, {
      names: names.recall,
      dates: dates.recall,
      numbers: figures.recall,
      leaks: datedLater / 1000,
    });
  }
  if (existsSync(path.join(folder, 'timelines'))) {
    const { dateF1, alignedRouge1 } = evaluateTimelines(path.join(folder, 'timelines'), {
      articles: articlesPerTopic,
      watch: (contributions) => {
        told.push(...contributions.map(digest), digest(renderFull(contributions)));
      },
    });
    Object.assign(measures, { 'Date-F1': dateF1, 'AR-1': alignedRouge1 });
    const { precision, recall } = evaluateTracked(path.join(folder, 'timelines'), articlesPerTopic, (match) =>
      told.push(digest({ match })),
    );
    Object.assign(measures, { 'tracked P': precision, 'tracked R': recall });
  }
  return { measures, told };
}

const digest = (value: object): string => createHash('sha1').update(JSON.stringify(value)).digest('base64');
