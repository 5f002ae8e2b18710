create table audit_event (
  tenant_id text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  previous_hash text not null,
  hash text not null,
  primary key (tenant_id, seq)
);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy tenant on audit_event
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
-- Append-only: no update, no delete.
grant select, insert on audit_event to portal_app;
