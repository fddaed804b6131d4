-- What threading remembers between batches. Folded from the log, written with its checkpoint.

create table dateline.threading_tracked (
  story_id uuid    primary key,
  story    json    not null,                      -- TrackedStory
  open     boolean not null
);

-- The newest analysed revision of each article: what a story tracked later is matched against.
create table dateline.threading_articles (
  article_id        uuid        primary key,
  revision          integer     not null,
  text_position     bigint      not null,
  analysis_position bigint      not null,
  published_at      timestamptz not null
);
create index threading_articles_published on dateline.threading_articles (published_at, article_id);

-- Which article stands in which story.
create table dateline.threading_members (
  article_id uuid    not null,
  story_id   uuid    not null,
  discovered boolean not null,
  primary key (article_id, story_id)
);

-- Discovered stories as discovery compares articles with them: bounded sketches.
create table dateline.threading_sketches (
  story_id uuid primary key,
  sketch   json not null
);
