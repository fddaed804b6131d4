-- Discovered stories of few articles that are compared once more with the others when the news has gone on, and may then
-- be merged into one of them.
create table dateline.threading_second_looks (
  story_id uuid        primary key,
  due      timestamptz not null                   -- on the news's clock
);

-- Those that are there have never been looked at again.
insert into dateline.threading_second_looks (story_id, due)
select m.story_id, date_trunc('day', max(a.published_at), 'UTC') + interval '2 days'
from dateline.threading_members m join dateline.threading_articles a using (article_id)
where m.discovered
group by m.story_id having count(*) <= 3;

-- Null: the story was merged into another. Its row stays to tell so to processes that have it in memory.
alter table dateline.threading_sketches alter column sketch drop not null;

-- Where a merged story lives on, by version like its status.
alter table dateline.story_headers add column merged_into uuid;
-- The other story of a merge, a split, or an article that moves.
alter table dateline.story_changes add column other_story uuid;
