-- With which batch a discovered story last changed, as the position of the batch's last event: a process that others have
-- overtaken reads these stories and not all of them.
alter table dateline.threading_sketches add column changed bigint not null default 0;
alter table dateline.threading_sketches alter column changed drop default;

-- Stories are drawn anew in the order of publication now.
drop index dateline.threading_articles_analysis;
