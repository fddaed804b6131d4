import { z } from 'zod';
import { describes } from '../shared/http/describes.js';
import type { Rfc6902Op, TypedChange } from '../projections/story-state/content/change.js';

const place = z.strictObject({
  version: z.int().min(1),
  at: z.iso.datetime(),
  knownAt: z.iso.datetime(),
  position: z.string(),
});

const Change = describes<TypedChange>()(
  z
    .strictObject({
      type: z.enum([
        'article-added',
        'article-removed',
        'article-revised',
        'development-added',
        'development-removed',
        'development-changed',
        'figure-added',
        'figure-removed',
        'figure-changed',
        'claim-added',
        'claim-removed',
        'claim-changed',
        'entity-added',
        'entity-removed',
        'entity-changed',
        'title-changed',
        'status-changed',
      ]),
      before: z
        .unknown()
        .optional()
        .meta({ description: 'As in the first state; absent for what was added.' }),
      after: z
        .unknown()
        .optional()
        .meta({ description: 'As in the second state; absent for what was removed.' }),
    })
    .meta({ id: 'TypedChange' }),
);

const Operation = describes<Rfc6902Op>()(
  z
    .strictObject({
      op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
      path: z.string(),
      from: z.string().optional(),
      value: z.unknown().optional(),
    })
    .meta({ id: 'PatchOperation', description: 'RFC 6902.' }),
);

export const DiffAnswer = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    from: place,
    to: place,
    changes: z.array(Change),
    patch: z.array(Operation),
  })
  .meta({ id: 'Diff' });
