import { z } from 'zod';

/** What made a change of a story, in every answer that has changes. */
export const changeCause = z
  .strictObject({
    type: z.string(),
    eventId: z.uuid(),
    articleId: z.uuid().optional(),
    storyId: z.uuid().optional(),
  })
  .meta({
    description: 'The event behind it; `storyId` is the other story of a merge or of an article that moves.',
  });
