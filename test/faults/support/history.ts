import type { ArticleEvent } from '../../../src/domain/article.js';
import type { NamesVerdict } from '../../../src/domain/names-decided.js';
import type { StoryEvent } from '../../../src/domain/story.js';
import type { EventLog } from '../../../src/event-log/event-log.js';
import { randomId } from '../../../src/shared/ids.js';
import {
  PEOPLE,
  articleIdOf,
  makeReport,
  makeTwin,
  storiesTracked,
  takenIn,
  type Report,
} from './articles.js';
import type { Random } from './form.js';
import { takeIn } from './log-load.js';

/** A newsroom's month in random steps: reports, revisions, retractions, and what editors do to stories. */
export class History {
  private readonly reports: Report[] = [];
  private readonly revisions = new Map<string, number>();
  private readonly untracked = [...storiesTracked];
  private readonly tracked: string[] = [];

  constructor(
    private readonly log: EventLog,
    private readonly random: Random,
  ) {}

  get articles(): number {
    return this.reports.length;
  }

  /**
   * Tracks the stories but one, which comes later and has to take up what came before it. The first report is the
   * second change of both and closes a keyframe by itself: keyframes of two stories that look the same but are not.
   */
  async begin(): Promise<void> {
    await this.track();
    await this.track();
    const twin = makeTwin(this.random, (articleId) => parseInt(articleId.slice(-2), 16) % 32 === 0);
    await takeIn(this.log, [twin]);
  }

  /** One step: mostly new reports, a few at a time. */
  async step(): Promise<void> {
    const { random } = this;
    const dice = random.next();
    if (dice < 0.75 || this.reports.length < 10) return this.report(random.int(1, 5));
    if (dice < 0.87) return this.revise(random.pick(this.reports));
    if (dice < 0.91) return this.retract(random.pick(this.reports));
    if (dice < 0.94 && this.untracked.length > 0) return this.track();
    return this.edit(random.pick(this.tracked));
  }

  private async report(count: number): Promise<void> {
    const first = this.reports.length;
    const reports = Array.from({ length: count }, (_, i) => makeReport(this.random, first + i));
    this.reports.push(...reports);
    await takeIn(this.log, reports);
  }

  /** Another text under the same identity, at times with another time of publication. */
  private async revise(report: Report): Promise<void> {
    const articleId = articleIdOf(report);
    const revision = (this.revisions.get(articleId) ?? 1) + 1;
    this.revisions.set(articleId, revision);
    const other = makeReport(this.random, this.reports.indexOf(report));
    const publishedAt = this.random.chance(0.3) ? other.publishedAt : report.publishedAt;
    const { id, occurredAt, data } = takenIn({ ...other, publishedAt }, revision);
    await this.append(
      `article-${articleId}`,
      { type: 'ArticleRevised', data } as ArticleEvent,
      occurredAt,
      id,
    );
  }

  private async retract(report: Report): Promise<void> {
    const articleId = articleIdOf(report);
    const data = { articleId, reason: 'withdrawn by its publisher' };
    await this.append(`article-${articleId}`, { type: 'ArticleRetracted', data }, report.publishedAt);
  }

  private async track(): Promise<void> {
    const event = this.untracked.shift()!;
    this.tracked.push(event.data.storyId);
    await this.append(`story-${event.data.storyId}`, event, '2031-03-01T00:00:00.000Z');
  }

  private async edit(storyId: string): Promise<void> {
    const { random } = this;
    const names: [string, string] = [random.pick(PEOPLE), random.pick(PEOPLE)];
    const are = random.pick<NamesVerdict>(['same', 'different', 'undecided']);
    const event = random.pick<StoryEvent>([
      { type: 'StoryRenamed', data: { storyId, title: `Another name, ${random.int(1, 999)}` } },
      { type: 'StoryClosed', data: { storyId, reason: 'it is over' } },
      { type: 'StoryReopened', data: { storyId, reason: 'it goes on' } },
      { type: 'NamesDecided', data: { storyId, names, are, reason: 'as the editor knows' } },
    ]);
    await this.append(`story-${storyId}`, event, '2031-03-20T00:00:00.000Z');
  }

  private async append(
    stream: string,
    { type, data }: ArticleEvent | StoryEvent,
    occurredAt: string,
    id = randomId(),
  ): Promise<void> {
    const metadata = { actor: 'test' };
    await this.log.append({
      stream,
      expectedVersion: 'any',
      events: [{ id, type, data, occurredAt }],
      metadata,
    });
  }
}
