-- Where the half of a key lies that no copy of the database holds; null for keys from before.
alter table vault_document add column half_name text;
