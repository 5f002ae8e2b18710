create table tenancy_suspension (
  tenant_id text primary key,
  reason text not null,
  since timestamptz not null
);
alter table tenancy_suspension enable row level security;
alter table tenancy_suspension force row level security;
create policy tenant on tenancy_suspension
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, delete on tenancy_suspension to portal_app;
