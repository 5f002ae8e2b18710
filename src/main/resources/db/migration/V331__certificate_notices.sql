-- How many days before a pasted certificate ends its administrators were last told.
alter table domain_claim add column warned_days int;
