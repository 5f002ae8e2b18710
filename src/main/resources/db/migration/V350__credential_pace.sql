-- Requests a minute that a credential may make; without a number, as many as its tenant.
alter table api_credential add column requests_a_minute int check (requests_a_minute > 0);
