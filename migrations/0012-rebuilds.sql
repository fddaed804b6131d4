-- A change that the log says is told further on (ChangeReplayed) has no place in the feed before a fold gets there: null.
alter table dateline.story_changes alter column announced drop not null;
create index events_replays on dateline.events (position) where type = 'ChangeReplayed';

-- `reached`: how far a read model was before it was emptied to be folded anew; who asks for what is to come begins there.
-- `shape`: of the program that writes it; rows of an older one are folded anew.
alter table dateline.checkpoints add column reached bigint not null default 0;
alter table dateline.checkpoints add column shape integer not null default 0;
