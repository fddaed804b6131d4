-- Which version of the rules drew a discovered story. One drawn by others is drawn anew before it is compared with.
alter table dateline.threading_sketches add column ruleset integer not null default 0;
alter table dateline.threading_sketches alter column ruleset drop default;

-- In this order they are drawn.
create index threading_articles_analysis on dateline.threading_articles (analysis_position);
