-- A bucket is written with each request. Without an index over when it is full, and with room on
-- its page, the new row takes the old one's place; the few that are forgotten are found without.
drop index guard_bucket_full;
alter table guard_bucket set (fillfactor = 50);
