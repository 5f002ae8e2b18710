-- Operators who act for a tenant, for minutes; the hash is of what takes them to its host, once.
create table identity_acting (
  tenant_id text not null,
  id uuid not null,
  operator_id uuid not null,
  sealed_operator bytea not null,
  sealed_reason bytea not null,
  begun_at timestamptz not null,
  until timestamptz not null,
  token_hash bytea,
  token_until timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  primary key (tenant_id, id)
);
create index identity_acting_begun on identity_acting (tenant_id, begun_at desc);
alter table identity_acting enable row level security;
alter table identity_acting force row level security;
create policy tenant on identity_acting
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on identity_acting to portal_app;
