-- Which article an address belongs to. Claimed before the article's first event is appended, so that two who take the
-- same article in at once agree on its id; a claim without events is harmless and is used by the next one.
create table dateline.article_keys (
  key        text primary key collate "C",        -- 'url:<canonical url>' or 'ext:<publisher>:<external id>', hashed when long
  article_id uuid not null
);

-- Who may do what. Only hashes: a key is shown once, when it is made.
create table dateline.api_keys (
  id           text        primary key collate "C",
  hash         bytea       not null,               -- sha256 of the whole key
  name         text        not null,
  scopes       text[]      not null,               -- read, ingest, edit, admin
  created_at   timestamptz not null default clock_timestamp(),
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz                         -- to the minute
);
