-- What counts against a task is that it failed, not that whoever was at it was stopped or killed.
alter table dateline.tasks rename column attempts to failures;
update dateline.tasks set failures = 0;
