import { z } from 'zod';
import { changeCause } from '../shared/http/change-cause.js';
import { describes } from '../shared/http/describes.js';
import type { ChangeRow } from '../projections/story-state/changes.js';
import type { StorySummary } from '../projections/story-state/story-list.js';
import { status } from './state-answers.js';

const instant = z.iso.datetime();

/** A page of a list. */
export const pageOf = (item: z.ZodType) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'The `cursor` of the next page; null on the last.' }),
  });

export const StorySummaryAnswer = describes<StorySummary>()(
  z
    .strictObject({
      id: z.uuid(),
      slug: z.string(),
      title: z.string(),
      status,
      tracked: z.boolean().meta({ description: 'Defined by somebody, or opened by threading.' }),
      description: z.string().optional(),
      articles: z.int().min(0),
      firstReportedAt: instant.optional(),
      lastReportedAt: instant.optional(),
      version: z.int().min(1),
    })
    .meta({ id: 'StorySummary' }),
);

/** A change as the list of one story's versions has it. */
export type VersionItem = Omit<ChangeRow, 'storyId' | 'slug' | 'title'>;

export const VersionAnswer = describes<VersionItem>()(
  z
    .strictObject({
      version: z.int().min(1),
      position: z.string(),
      kind: z.enum(['live', 'late', 'correction', 'retraction', 'lineage']),
      cause: changeCause,
      effectiveAt: instant.meta({ description: 'The world’s clock: states at or after it are changed.' }),
      recordedAt: instant.meta({ description: 'This server’s clock.' }),
      line: z.string().meta({ description: 'The change in one sentence.' }),
      kinds: z
        .array(z.string())
        .meta({ description: 'What it touched: articles, timeline, figures, claims, title, status, …' }),
    })
    .meta({ id: 'Version' }),
);
