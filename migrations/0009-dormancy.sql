-- Stories without news for a while. Threading decides it by the news's own clock, the newest publication in the log, so
-- that a log of last year's news, read today, says what it would have said then.

-- For each story with articles its newest one, and whether it still waits for more. Written with threading's checkpoint.
create table dateline.threading_activity (
  story_id uuid        primary key,
  last_at  timestamptz not null,                  -- publication of its newest article
  status   text        not null check (status in ('open', 'dormant', 'closed'))
);

-- One row: how far the news has come, in days, and up to which day quiet stories have been looked for.
create table dateline.threading_news_day (
  only_row  boolean     primary key default true check (only_row),
  newest    timestamptz not null,
  looked_at timestamptz not null
);

-- What an article that leaves makes its stories look up.
create index threading_members_story on dateline.threading_members (story_id);

insert into dateline.threading_activity (story_id, last_at, status)
select m.story_id, max(a.published_at), case when bool_and(coalesce(t.open, true)) then 'open' else 'closed' end
from dateline.threading_members m
join dateline.threading_articles a using (article_id)
left join dateline.threading_tracked t using (story_id)
group by m.story_id;

insert into dateline.threading_news_day (newest, looked_at)
select date_trunc('day', max(published_at), 'UTC'), '-infinity' from dateline.threading_articles
having count(*) > 0;

-- Part of the read model of stories. "Nothing since" holds, at any moment from effective_at on, as long as the story has
-- no article published after `since` and up to that moment.
create table dateline.story_quiet (
  story_id     uuid        not null,
  from_version integer     not null,
  since        timestamptz not null,
  effective_at timestamptz not null,
  primary key (story_id, from_version)
);
