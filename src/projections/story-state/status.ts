/**
 * SQL for a story's status on both clocks, beside a header `h` with the status that editors gave it. An open story is
 * dormant at a moment when it was recorded to be by then and has no article between its last one and that moment: a
 * report that comes in late ends the quiet it falls into, at its date and as known from then on.
 *
 * @param story, version, at SQL expressions: the story's id, the version up to which things are known, the moment
 */
export const statusAt = (story: string, version: string, at: string): string =>
  `case when h.status = 'open' and exists (
     select 1 from dateline.story_quiet q
     where q.story_id = ${story} and q.from_version <= ${version} and q.effective_at <= ${at} and not exists (
       select 1 from dateline.story_articles a
       where a.story_id = q.story_id and a.published_at > q.since and a.published_at <= ${at}
         and a.from_version <= ${version} and (a.to_version is null or a.to_version > ${version})))
   then 'dormant' else h.status end`;
