-- The read model behind /v1/stories and /v1/changes. Everything here is folded from the log and can be dropped and
-- filled again; story_keyframes and story_states are caches on top of the rest.

create table dateline.stories (
  story_id   uuid        primary key,
  slug       text        not null unique collate "C",
  tracked    boolean     not null,               -- defined by an editor, or opened by threading
  version    integer     not null,               -- of its newest change
  updated_at timestamptz not null,               -- recorded_at of that
  -- some of its dates may lack a stored state; filled when there is nothing else to do
  gaps       boolean     not null default false
);
create index stories_gaps on dateline.stories (story_id) where gaps;

-- Title, status and description by version: what an editor calls the story, on our clock only.
create table dateline.story_headers (
  story_id     uuid    not null,
  from_version integer not null,
  title        text    not null,
  status       text    not null,
  description  text,
  profile      json,
  primary key (story_id, from_version)
);

-- One row per recorded change of a story, in log order: its versions, and what subscribers read.
create table dateline.story_changes (
  position     bigint      primary key,           -- of the event that caused it; an event changes one story
  story_id     uuid        not null,
  version      integer     not null,
  kind         text        not null,
  cause        text        not null,              -- event type
  event_id     uuid        not null,
  article_id   uuid,
  effective_at timestamptz not null,              -- the world's clock: states at or after it are changed
  recorded_at  timestamptz not null,
  line         text        not null,              -- one plain sentence
  kinds        text[]      not null
);
create unique index story_changes_version on dateline.story_changes (story_id, version);
create index story_changes_effective on dateline.story_changes (story_id, effective_at, version);

-- What each article brought to each story, from one version of the story to another.
create table dateline.story_articles (
  story_id     uuid        not null,
  article_id   uuid        not null,
  from_version integer     not null,
  to_version   integer,                            -- null while it stands
  revision     integer     not null,
  published_at timestamptz not null,
  publisher    text        not null,
  names        text[]      not null,               -- entities in all their spellings, lower case: the `entity` filter
  search       tsvector    not null,               -- title and names: the `q` filter
  contribution json        not null,
  primary key (story_id, article_id, from_version)
) with (toast_tuple_target = 8160);
create index story_articles_time on dateline.story_articles (story_id, published_at, article_id);
create index story_articles_names on dateline.story_articles using gin (names);
create index story_articles_search on dateline.story_articles using gin (search);

-- Texts taken in whose threading is not reflected here yet; below the lowest everything is settled.
create table dateline.unsettled (
  position   bigint primary key,
  article_id uuid   not null
);
create index unsettled_article on dateline.unsettled (article_id);

-- An event that could not be folded stops its story, and only that: this is where it stopped and why.
create table dateline.parked_stories (
  story_id  uuid        primary key,
  position  bigint      not null,
  error     text        not null,
  parked_at timestamptz not null default clock_timestamp()
);

-- Cache: folds over closed runs of a story's articles, by digest of what is in the run. Content-addressed, so never wrong.
create table dateline.story_keyframes (
  story_id  uuid  not null,
  digest    bytea not null,
  aggregate json  not null,
  primary key (story_id, digest)
) with (toast_tuple_target = 8160);

-- Cache: states as JSON text, ready to send around their two clocks. The row for (effective_at, version) is the state at
-- any moment from effective_at up to the next change's, as known from version up to valid_to (excluded; null: still).
create table dateline.story_states (
  story_id     uuid        not null,
  effective_at timestamptz not null,
  version      integer     not null,
  valid_to     integer,
  position     bigint      not null,
  recorded_at  timestamptz not null,
  head         text        not null,
  body         text        not null,
  primary key (story_id, effective_at, version)
) with (toast_tuple_target = 8160);
