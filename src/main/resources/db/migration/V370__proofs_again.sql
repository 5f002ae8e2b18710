-- When DNS is asked again whether a proven host is still its tenant's, and how often in a row it
-- said no.
alter table domain_claim
  add column look_after timestamptz,
  add column misses int not null default 0;
