-- What each tenant's programs may use, as operators decided it; the newest line counts, and a
-- tenant without one has the standard plan.
create table api_plan (
  tenant_id text not null,
  seq bigint generated always as identity,
  name text not null,
  start_tenths bigint not null,
  monthly_tenths bigint not null,
  requests_a_minute int not null,
  at_once int not null,
  most_bytes int not null,
  set_by text not null,
  set_at timestamptz not null,
  reason text not null,
  primary key (tenant_id, seq)
);
alter table api_plan enable row level security;
alter table api_plan force row level security;
create policy tenant on api_plan
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert on api_plan to portal_app;

-- Why operators gave or took credits; the ledger's line bears the same id as its request.
create table api_grant (
  tenant_id text not null,
  id uuid not null,
  tenths bigint not null,
  given_by text not null,
  given_at timestamptz not null,
  reason text not null,
  primary key (tenant_id, id)
);
alter table api_grant enable row level security;
alter table api_grant force row level security;
create policy tenant on api_grant
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert on api_grant to portal_app;
