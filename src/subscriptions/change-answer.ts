import { z } from 'zod';
import { describes } from '../shared/http/describes.js';
import { changeCause } from '../shared/http/change-cause.js';
import type { ChangeRow } from '../projections/story-state/changes.js';

/** A change as every door shows it: pull, server-sent events, and behind the entries of the feeds. */
export const ChangeAnswer = describes<ChangeRow>()(
  z
    .strictObject({
      position: z.string().meta({ description: 'In the log; also a valid `after`.' }),
      storyId: z.uuid(),
      slug: z.string(),
      title: z.string(),
      version: z.int().min(1).meta({ description: 'Of the story, made by this change.' }),
      kind: z.enum(['live', 'late', 'correction', 'retraction', 'lineage']).meta({
        description:
          '`late`: reported before what was known already, or before its story was tracked; not to be announced as news.',
      }),
      cause: changeCause,
      effectiveAt: z.iso
        .datetime()
        .meta({ description: 'The world’s clock: states at or after it are changed.' }),
      recordedAt: z.iso.datetime().meta({ description: 'This server’s clock.' }),
      line: z.string().meta({ description: 'The change in one sentence.' }),
      kinds: z.array(z.string()).meta({ description: 'What it touched.' }),
    })
    .meta({ id: 'Change' }),
);
