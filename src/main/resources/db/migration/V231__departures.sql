-- Whose account is over and whose things are not all deleted yet, such as those under a legal hold.
create table retention_departure (
  tenant_id text not null,
  owner_id uuid not null,
  begun_at timestamptz not null,
  primary key (tenant_id, owner_id)
);
alter table retention_departure enable row level security;
alter table retention_departure force row level security;
create policy tenant on retention_departure
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on retention_departure to portal_app;
