import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { makeReport, storyDefinitions, type Report } from './articles.js';
import { ADMIN_KEY } from './cluster.js';
import { Random, Stalls } from './form.js';

/** Long enough for an append behind a recovering database; an API that does not answer for longer is given up. */
const ANSWER_LIMIT_MS = 10_000;

export interface Acked {
  readonly articleId: string;
  readonly at: number;
  readonly outcome: string;
}

/** One POST with JSON; throws unless it is answered with 200 or 201. */
export async function post(
  url: string,
  route: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const response = await fetch(`${url}${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ADMIN_KEY}` },
    body: JSON.stringify(body),
    signal: signal ?? AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${route} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

export async function trackOverHttp(url: string): Promise<void> {
  for (const definition of storyDefinitions) await post(url, '/v1/stories', definition);
}

/** Clients that post articles, each again until it is acknowledged, whatever happens to the servers. */
export class Load {
  /** By external id. */
  readonly acked = new Map<string, Acked>();
  /** Between acknowledgements. */
  readonly stalls = new Stalls();
  /** Answers that say the server is at fault, by status: 500 should not be among them. */
  readonly refused = new Map<string, number>();
  private sent: number;
  private running = true;
  private readonly writers: Promise<void>[];

  constructor(
    private readonly target: () => string | undefined,
    private readonly random: Random,
    options: { writers: number; pauseMs: number; firstNumber?: number },
  ) {
    this.sent = options.firstNumber ?? 0;
    this.writers = Array.from({ length: options.writers }, () => this.write(options.pauseMs));
  }

  /** Lets each client hear of the article that it is at, or give it up. */
  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.writers);
  }

  private async write(pauseMs: number): Promise<void> {
    while (this.running) {
      await this.send(makeReport(this.random, this.sent++));
      await sleep(this.random.int(0, 2 * pauseMs));
    }
  }

  private async send(report: Report): Promise<void> {
    for (;;) {
      const url = this.target();
      try {
        if (!url) throw new Error('no API is up');
        const { id, outcome } = (await post(url, '/v1/articles', report)) as { id: string; outcome: string };
        this.acked.set(report.externalId, { articleId: id, at: performance.now(), outcome });
        this.stalls.progress();
        return;
      } catch (error) {
        const status = /answered (\d+)/.exec(String(error))?.[1];
        if (status) this.refused.set(status, (this.refused.get(status) ?? 0) + 1);
        if (!this.running) return;
        await sleep(20);
      }
    }
  }
}

/** Watches the changes of stories as they come, and notes when each article first takes effect. */
export class Watch {
  /** By article id. */
  readonly applied = new Map<string, number>();
  readonly stalls = new Stalls();
  private running = true;
  private readonly watching: Promise<void>;

  constructor(private readonly pool: pg.Pool) {
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.watching;
  }

  /** Longest from acknowledged to in its stories, of articles acknowledged between two moments. */
  maxLagMs(acked: Iterable<Acked>, from = 0, to = Infinity): number {
    let max = 0;
    for (const { articleId, at } of acked) {
      if (at < from || at > to) continue;
      max = Math.max(max, (this.applied.get(articleId) ?? Infinity) - at);
    }
    return max;
  }

  /** When the first article after this moment took effect. */
  resumedAfter(moment: number): number {
    return Math.min(...[...this.applied.values()].filter((at) => at > moment));
  }

  private async watch(): Promise<void> {
    let after = '0';
    for (let last = false; !last; await sleep(15)) {
      last = !this.running;
      try {
        const { rows } = await this.pool.query<{ position: string; article_id: string | null }>(
          'select position, article_id from dateline.story_changes where position > $1 order by position',
          [after],
        );
        const now = performance.now();
        for (const { article_id: id } of rows) if (id && !this.applied.has(id)) this.applied.set(id, now);
        if (rows.length > 0) this.stalls.progress();
        after = rows.at(-1)?.position ?? after;
      } catch {
        // The database is down; that is part of the test.
      }
    }
  }
}

/** Waits until every article in the log is analysed, threaded and in its stories. */
export async function settled(pool: pg.Pool, limitMs = 30_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const { rows } = await pool.query<{ left: string[] }>(
      `select array(
         select consumer || ' at ' || position from dateline.checkpoints
         where position < (select max(position) from dateline.events)
         union all select 'task ' || position || ' failed ' || failures from dateline.tasks
         union all select 'unsettled ' || position from dateline.unsettled) as left`,
    );
    const { left } = rows[0]!;
    if (left.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(`not settled after ${limitMs} ms: ${left.slice(0, 20).join(', ')}`);
    await sleep(50);
  }
}

/** What the log and the read model hold, against what was acknowledged. */
export async function audit(
  pool: pg.Pool,
  acked: ReadonlyMap<string, Acked>,
): Promise<{
  inLog: number;
  applied: number;
  lost: string[];
  duplicated: number;
  parked: number;
  holes: number;
}> {
  const { rows } = await pool.query<{
    ids: string[];
    events: number;
    head: number;
    repeated: number;
    givenUp: string[];
    parked: number;
  }>(
    `select array(select p.body->>'externalId' from dateline.events e join dateline.payloads p using (position)
                  where e.type = 'ArticleIngested') as ids,
            (select count(*)::int from dateline.events) as events,
            (select max(position)::int from dateline.events) as head,
            (select coalesce(sum(times - 1), 0)::int from (
               select count(*) as times from dateline.events e join dateline.payloads p using (position)
               where e.type in ('ArticleAnalyzed', 'ArticleThreaded')
               group by e.type, e.stream, p.body->>'articleId', p.body->>'revision') t) as repeated,
            array(select p.body->>'articleId' from dateline.events e join dateline.payloads p using (position)
                  where e.type = 'ArticleAnalyzed' and p.body->'analysis'->>'failure' is not null) as "givenUp",
            (select count(*)::int from dateline.parked_stories) as parked`,
  );
  const { ids, events, head, repeated, givenUp, parked } = rows[0]!;
  const inLog = new Set(ids);
  const { rows: changed } = await pool.query<{ id: string }>(
    'select distinct article_id as id from dateline.story_articles',
  );
  const applied = new Set(changed.map(({ id }) => id));
  const lost = [...acked].flatMap(([externalId, { articleId }]) => {
    if (!inLog.has(externalId)) return [`${externalId} is not in the log`];
    // A fault of ours must not be recorded as one of the article's, for good.
    if (givenUp.includes(articleId)) return [`${externalId} was given up`];
    return applied.has(articleId) ? [] : [`${externalId} is in no story`];
  });
  return {
    inLog: inLog.size,
    applied: applied.size,
    lost,
    duplicated: ids.length - inLog.size + repeated,
    parked,
    holes: head - events,
  };
}
