import type { Reason, StoryRole, TrackedStory } from '../../domain/story.js';
import type { Evidence, Findings } from './evidence.js';
import type { Occurrence } from './matching.js';
import type { CompiledStory } from './profile.js';

/**
 * Why an article is in a story, for an editor to read: at most eight reasons, the weightiest first. Only the story's
 * own words are quoted, so that nothing of an erased text stays behind.
 */
export function tell(
  role: StoryRole,
  findings: Findings,
  story: TrackedStory,
  wanted: CompiledStory,
): Reason[] {
  const { title, lead, telling, share, passages } = findings;
  const reasons: Reason[] = [];
  const add = (kind: string, text: string, weight: number): void => {
    reasons.push({ kind, text, weight: Math.round(weight * 100) / 100 });
  };
  if (title.terms.size > 0) add('headline', `${quoted(title)} in the headline`, title.strength);
  else if (title.description.length > 1) {
    add(
      'headline',
      `the headline has words of the description: ${title.description.slice(0, 5).join(', ')}`,
      title.strength,
    );
  }
  if (role === 'primary' && lead !== title && lead.terms.size > 0)
    add('lead', `${quoted(lead)} in the lead`, lead.strength);
  if (passages > 0 && telling.length > 0) {
    const many = passages === 1 ? 'its one passage tells' : `${telling.length} of ${passages} passages tell`;
    add('passages', `${many} of “${story.title}”`, share);
  }
  for (const [text, count, occurrence] of termCounts(telling).slice(0, 4)) {
    const term = [...wanted.anyOf, ...wanted.allOf].find((each) => each.text === text);
    add(
      'profile-term',
      `${named(text, occurrence)} in ${count} ${count === 1 ? 'passage' : 'passages'}`,
      term?.weight ?? 0,
    );
  }
  const words = [...new Set(telling.flatMap((evidence) => evidence.description))];
  if (words.length > 0)
    add(
      'description',
      `words of the description: ${words.slice(0, 8).join(', ')}`,
      Math.min(0.5, words.length * 0.05),
    );
  return reasons.sort((a, b) => b.weight - a.weight).slice(0, 8);
}

const quoted = (evidence: Evidence): string =>
  [...evidence.terms]
    .sort((a, b) => Number(b[1] === 'exact') - Number(a[1] === 'exact'))
    .slice(0, 3)
    .map(([text, occurrence]) => named(text, occurrence))
    .join(', ');

const HOW: Readonly<Record<Occurrence, string>> = {
  exact: '',
  near: 'the words of ',
  adjective: 'the adjective of ',
};
const named = (text: string, occurrence: Occurrence): string => `${HOW[occurrence]}“${text}”`;

function termCounts(telling: readonly Evidence[]): [text: string, count: number, occurrence: Occurrence][] {
  const counts = new Map<string, [number, Occurrence]>();
  for (const evidence of telling) {
    for (const [text, occurrence] of evidence.terms) {
      const [count, best] = counts.get(text) ?? [0, occurrence];
      counts.set(text, [count + 1, best === 'exact' ? best : occurrence]);
    }
  }
  return [...counts]
    .map(([text, [count, occurrence]]): [string, number, Occurrence] => [text, count, occurrence])
    .sort((a, b) => b[1] - a[1]);
}
