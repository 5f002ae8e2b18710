-- How often somebody asked for a look at all notes of destroyed halves: a look that began before the
-- last of them settles nothing, also where nothing was settled before.
alter table vault_gone_look add column asked bigint not null default 0;
