-- What each tenant's portal shows to everybody; every node serves exactly these.
create sequence tenancy_change;
create table tenancy_document (
  tenant text primary key,
  number integer not null,
  files text not null,
  imported text,
  change bigint not null default nextval('tenancy_change')
);
grant select, insert, update on tenancy_document to portal_app;
grant usage, select on sequence tenancy_change to portal_app;

-- Every document a tenant ever had or drafted. None is changed or taken away.
create table tenancy_version (
  tenant_id text not null,
  number integer not null,
  files text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (tenant_id, number)
);
alter table tenancy_version enable row level security;
alter table tenancy_version force row level security;
create policy tenant on tenancy_version
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert on tenancy_version to portal_app;
