-- Up to when all notes of destroyed halves are looked at. A database that is restored brings back
-- its own look, so that what was noted since its backup is looked at again by itself.
create table vault_gone_look (
  is_only boolean not null primary key default true check (is_only),
  settled_until timestamptz
);
insert into vault_gone_look default values;
grant select, update on vault_gone_look to portal_app;
