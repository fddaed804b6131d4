-- What an editor has decided about pairs of names in a story, by version like its title: whether they are of one person,
-- organisation or place. Null: nothing.
alter table dateline.story_headers add column names_decided json;
