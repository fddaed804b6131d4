-- Where subscribers are told of a change: at its own position, but when the story was parked and others have been told
-- of later ones meanwhile, at that of the event that says that it is made up for (ChangeReplayed).
alter table dateline.story_changes add column announced bigint;
update dateline.story_changes set announced = position;
alter table dateline.story_changes alter column announced set not null;
create unique index story_changes_announced on dateline.story_changes (announced);
