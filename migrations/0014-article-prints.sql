-- Prints of the texts there are: copies are found among everything of the weeks around an article. Part of the read
-- model of articles. A print tells nothing of its text but how much of it another one has; it goes when the text goes.

create table dateline.article_prints (
  article_id   uuid        primary key,
  revision     integer     not null,
  published_at timestamptz not null,
  print        text        not null,
  bands        integer[]   not null                -- copies have one in common
);
create index article_prints_bands on dateline.article_prints using gin (bands);
