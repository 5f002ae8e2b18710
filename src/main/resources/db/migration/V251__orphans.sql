-- Objects that a sweep of the store found no row of, and since when; gone after a time of grace.
create table vault_orphan (
  name text primary key check (length(name) <= 100),
  seen_at timestamptz not null
);
grant select, insert, delete on vault_orphan to portal_app;
