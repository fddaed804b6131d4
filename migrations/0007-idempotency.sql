-- What was answered to requests with an Idempotency-Key, so that the same request again gets the same answer. Neither
-- request nor article is kept: a hash of the one, and of the answer the ids in it.
create table dateline.idempotency_keys (
  actor       text        not null collate "C",   -- a key of one client says nothing about another's
  key         text        not null collate "C",
  fingerprint bytea       not null,               -- sha256 of the request
  claim       uuid        not null,               -- of who is at it, or was
  status      smallint,                           -- null until answered
  answer      json,
  expires_at  timestamptz not null,               -- by the database's clock; while it is not answered, soon
  primary key (actor, key)
);
create index idempotency_keys_expires on dateline.idempotency_keys (expires_at);
