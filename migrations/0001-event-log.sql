-- The log: one append-only table of events, one of payloads. Everything else can be rebuilt from these two.

create schema if not exists dateline;

create table dateline.events (
  position       bigint      primary key,            -- dense, in commit order; a hole is corruption
  event_id       uuid        not null,                -- idempotency: the same id is the same fact
  stream         text        not null collate "C",
  version        integer     not null,                -- dense per stream, from 1
  type           text        not null collate "C",
  schema_version smallint    not null,
  occurred_at    timestamptz not null,                -- the world's clock
  recorded_at    timestamptz not null,                -- ours; never goes back
  payload_hash   bytea       not null,                -- sha256(salt || body): stands when the payload is erased
  metadata       json        not null
);
create unique index events_event_id on dateline.events (event_id);
create unique index events_stream_version on dateline.events (stream, version);

-- Bodies stand apart so that a text can be erased while log and hashes stand. `json`, not `jsonb`: twice as fast to
-- append and a quarter faster to read; the tuple target keeps 2-8 kB bodies in the page, uncompressed.
create table dateline.payloads (
  position bigint primary key,
  salt     bytea  not null,
  body     json   not null
) with (toast_tuple_target = 8160);

create function dateline.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'dateline: % on % refused: the log is append-only', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger events_append_only before update or delete on dateline.events
  for each row execute function dateline.refuse_change();
create trigger events_no_truncate before truncate on dateline.events
  for each statement execute function dateline.refuse_change();

-- A payload may only be deleted, and only by an erasure, which says so for its own transaction.
create function dateline.refuse_payload_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('dateline.erasing', true) = 'on' then
    return old;
  end if;
  raise exception 'dateline: % on % refused: payloads are only ever erased', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger payloads_append_only before update or delete on dateline.payloads
  for each row execute function dateline.refuse_payload_change();
create trigger payloads_no_truncate before truncate on dateline.payloads
  for each statement execute function dateline.refuse_change();

-- Appends one call's requests. A request is a run of events for one stream with an expected version; each is judged on
-- its own, so that one writer's conflict does not fail the writers it was coalesced with.
--
--   p_streams[r], p_expected[r], p_counts[r]   per request: stream, version it must be at (-1: any), number of events
--   p_ids[] ... p_metadata[]                   per event, request by request; p_metadata per event
--
-- Streams are distinct within a call (the caller sees to it). Answers one row per request:
--   outcome  'appended' | 'duplicate' (its first event is in the log already) | 'conflict'
--   version  of the stream afterwards
--   first_position  of its first event; null after a conflict
--   recorded        of its first event
--
-- Appends are serialised by one transaction lock, taken here and nowhere else, so positions are dense and become
-- visible in order: "position > checkpoint" skips nothing. Nothing slow may run after this call in its transaction.
create function dateline.append_events(
  p_streams text[], p_expected integer[], p_counts integer[],
  p_ids uuid[], p_types text[], p_schema_versions smallint[], p_occurred timestamptz[],
  p_hashes bytea[], p_salts bytea[], p_bodies json[], p_metadata json[]
) returns table (outcome text, version integer, first_position bigint, recorded timestamptz)
language plpgsql
set search_path = dateline, pg_temp
as $$
declare
  n_requests   integer := cardinality(p_streams);
  head         bigint;
  now_recorded timestamptz;
  current_ver  integer[];
  dup_position bigint[];
  accepted     boolean[] := '{}';
  starts       integer[] := '{}';
  firsts       bigint[] := '{}';
  next_start   integer := 1;
  next_pos     bigint;
  r            integer;
begin
  perform pg_advisory_xact_lock(7216830031);

  select e.position, e.recorded_at into head, now_recorded from events e order by e.position desc limit 1;
  head := coalesce(head, 0);
  -- Ours never goes back, whatever the machine's clock does. Whole milliseconds, as instants are written in JSON: asking
  -- for what was known at an event's recorded time has to include that event.
  now_recorded := greatest(date_trunc('milliseconds', clock_timestamp()), coalesce(now_recorded, '-infinity'::timestamptz));

  select array_agg(coalesce((select e.version from events e where e.stream = s.stream order by e.version desc limit 1), 0)
                   order by s.r)
    into current_ver from unnest(p_streams) with ordinality s(stream, r);

  next_pos := head + 1;
  for r in 1 .. n_requests loop
    starts := starts || next_start;
    next_start := next_start + p_counts[r];
  end loop;
  select array_agg((select e.position from events e where e.event_id = p_ids[f.start]) order by f.r)
    into dup_position from unnest(starts) with ordinality f(start, r);

  for r in 1 .. n_requests loop
    if dup_position[r] is null and (p_expected[r] = -1 or p_expected[r] = current_ver[r]) then
      accepted := accepted || true;
      firsts := firsts || next_pos;
      next_pos := next_pos + p_counts[r];
    else
      accepted := accepted || false;
      firsts := firsts || null::bigint;
    end if;
  end loop;

  if next_pos > head + 1 then
    with requests as (
      select q.r, q.stream, q.first, q.start, q.count, q.ver
      from unnest(p_streams, firsts, starts, p_counts, current_ver, accepted)
           with ordinality q(stream, first, start, count, ver, ok, r)
      where q.ok
    ), numbered as (
      select q.first + i.i as position, q.stream, q.ver + 1 + i.i as version, q.start + i.i as k
      from requests q cross join lateral generate_series(0, q.count - 1) i(i)
    ), stored as (
      insert into events (position, event_id, stream, version, type, schema_version, occurred_at, recorded_at,
                          payload_hash, metadata)
      select n.position, p_ids[n.k], n.stream, n.version, p_types[n.k], p_schema_versions[n.k], p_occurred[n.k],
             now_recorded, p_hashes[n.k], p_metadata[n.k]
      from numbered n
    )
    insert into payloads (position, salt, body)
    select n.position, p_salts[n.k], p_bodies[n.k] from numbered n;

    -- One doorbell per call. A hint only: every reader also looks by itself.
    perform pg_notify('dateline_log', (next_pos - 1)::text);
  end if;

  return query
    select case when accepted[i] then 'appended' when dup_position[i] is not null then 'duplicate' else 'conflict' end,
           case when accepted[i] then current_ver[i] + p_counts[i] else current_ver[i] end,
           coalesce(firsts[i], dup_position[i]),
           case when dup_position[i] is not null
                then (select e.recorded_at from events e where e.position = dup_position[i]) else now_recorded end
    from generate_series(1, n_requests) i order by i;
end $$;

-- Where each consumer of the log stands. `event_id` is that of the event at `position`: after a restore that lost the
-- tail the two no longer agree, and the consumer stops instead of skipping what is written there anew.
create table dateline.checkpoints (
  consumer   text        primary key collate "C",
  position   bigint      not null,
  event_id   uuid,
  updated_at timestamptz not null default clock_timestamp()
);
