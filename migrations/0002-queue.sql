-- What there is to do beside the log: one row per unit of work, written by the relay in log order, deleted in the
-- transaction that appends the result. BullMQ rings the bell; these rows say what for, and survive the queue.

create table dateline.tasks (
  queue       text        not null collate "C",
  position    bigint      not null,               -- of the event that asks for the work
  attempts    smallint    not null default 0,
  lease_token uuid,                               -- of who is at it
  lease_until timestamptz,                        -- by the database's clock
  primary key (queue, position)
);
