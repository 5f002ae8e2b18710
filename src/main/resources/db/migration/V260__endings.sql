-- A tenant that ended is not served again, whatever folder it once came from.
alter table tenancy_document add column ended_at timestamptz;

-- Which tenants the console's operators ended, why, and the receipt once all is gone.
create table retention_ending (
  tenant_id text not null,
  id uuid not null,
  ended text not null,
  name text not null,
  sealed_reason bytea not null,
  asked_by text not null,
  begun_at timestamptz not null,
  completed_at timestamptz,
  receipt text,
  primary key (tenant_id, id),
  unique (tenant_id, ended)
);
alter table retention_ending enable row level security;
alter table retention_ending force row level security;
create policy tenant on retention_ending
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update on retention_ending to portal_app;

-- The end of a tenant takes its rows away, those too that nothing else ever deletes.
grant delete on api_credential, retention_hold, tenancy_version to portal_app;
