-- What support decided about failures of one layout, whoever's they are; says nothing of anybody.
create table errorstore_group (
  id text not null primary key,
  state text not null,
  assigned_to text,
  note text not null default '',
  decided_at timestamptz not null
);
grant select, insert, update on errorstore_group to portal_app;
