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
-- Streams are distinct within a call (the caller sees to it). Answers per request:
--   outcomes[r]         'appended' | 'duplicate' (its first event is in the log already) | 'conflict'
--   versions[r]         of the stream afterwards
--   first_positions[r]  of its first event; null after a conflict
--   recorded[r]         of its first event
--
-- Appends are serialised by one transaction lock, taken here and nowhere else, so positions are dense and become
-- visible in order: "position > checkpoint" skips nothing. Nothing slow may run after this call in its transaction.
--
-- Generic plans: planned for its values, each call would copy all bodies into its plans first, and take twice as long.
create function dateline.append_events(
  p_streams text[], p_expected integer[], p_counts integer[],
  p_ids uuid[], p_types text[], p_schema_versions smallint[], p_occurred timestamptz[],
  p_hashes bytea[], p_salts bytea[], p_bodies json[], p_metadata json[],
  out outcomes text[], out versions integer[], out first_positions bigint[], out recorded timestamptz[]
)
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
declare
  n_requests   constant integer := cardinality(p_streams);
  head         bigint;
  now_recorded timestamptz;
  starts       integer[];   -- which of the events is the request's first
  dup_position bigint[];
  accepted     boolean[];
  next_start   integer := 1;
  next_pos     bigint;
  -- Calls without a result cost a quarter as an assignment of what they cost as a statement.
  nothing      text;
begin
  nothing := pg_advisory_xact_lock(7216830031)::text;

  select e.position, e.recorded_at into head, now_recorded from dateline.events e order by e.position desc limit 1;
  head := coalesce(head, 0);
  -- Ours never goes back, whatever the machine's clock does. Whole milliseconds, as instants are written in JSON: asking
  -- for what was known at an event's recorded time has to include that event.
  now_recorded := greatest(date_trunc('milliseconds', clock_timestamp()), coalesce(now_recorded, '-infinity'::timestamptz));

  for r in 1 .. n_requests loop
    starts := starts || next_start;
    next_start := next_start + p_counts[r];
  end loop;
  select array_agg(coalesce((select e.version from dateline.events e where e.stream = p_streams[r]
                             order by e.version desc limit 1), 0)),
         array_agg((select e.position from dateline.events e where e.event_id = p_ids[starts[r]]))
    into versions, dup_position from generate_series(1, n_requests) r;

  next_pos := head + 1;
  for r in 1 .. n_requests loop
    if dup_position[r] is not null then
      accepted := accepted || false;
      outcomes := outcomes || 'duplicate'::text;
      first_positions := first_positions || dup_position[r];
      recorded := recorded || (select e.recorded_at from dateline.events e where e.position = dup_position[r]);
    elsif p_expected[r] = -1 or p_expected[r] = versions[r] then
      accepted := accepted || true;
      outcomes := outcomes || 'appended'::text;
      first_positions := first_positions || next_pos;
      recorded := recorded || now_recorded;
      next_pos := next_pos + p_counts[r];
    else
      accepted := accepted || false;
      outcomes := outcomes || 'conflict'::text;
      first_positions := first_positions || null::bigint;
      recorded := recorded || now_recorded;
    end if;
  end loop;

  if next_pos > head + 1 then
    with numbered as (
      select first_positions[r] + i as position, r, versions[r] + 1 + i as version, starts[r] + i as k
      from generate_series(1, n_requests) r cross join lateral generate_series(0, p_counts[r] - 1) i
      where accepted[r]
    ), stored as (
      insert into dateline.events (position, event_id, stream, version, type, schema_version, occurred_at, recorded_at,
                                   payload_hash, metadata)
      select n.position, p_ids[n.k], p_streams[n.r], n.version, p_types[n.k], p_schema_versions[n.k], p_occurred[n.k],
             now_recorded, p_hashes[n.k], p_metadata[n.k]
      from numbered n
    )
    insert into dateline.payloads (position, salt, body)
    select n.position, p_salts[n.k], p_bodies[n.k] from numbered n;

    -- One doorbell per call. A hint only: every reader also looks by itself.
    nothing := pg_notify('dateline_log', (next_pos - 1)::text)::text;

    for r in 1 .. n_requests loop
      if accepted[r] then
        versions[r] := versions[r] + p_counts[r];
      end if;
    end loop;
  end if;
end $$;

-- Where each consumer of the log stands. `event_id` is that of the event at `position`: after a restore that lost the
-- tail the two no longer agree, and the consumer stops instead of skipping what is written there anew.
create table dateline.checkpoints (
  consumer   text        primary key collate "C",
  position   bigint      not null,
  event_id   uuid,
  updated_at timestamptz not null default clock_timestamp()
);
