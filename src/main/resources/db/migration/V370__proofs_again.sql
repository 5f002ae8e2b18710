-- When DNS is asked again whether a proven host is still its tenant's, and how often in a row it
-- said no.
alter table domain_claim
  add column look_after timestamptz,
  add column misses int not null default 0;

-- Whoever proved a host before was not told to leave the record in place.
update domain_claim set look_after = 'infinity' where proven_at is not null;
