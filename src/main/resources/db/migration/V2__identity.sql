create table identity_person (
  tenant_id text not null,
  id uuid not null,
  email text not null,
  password_hash text not null,
  role text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
alter table identity_person enable row level security;
alter table identity_person force row level security;
create policy tenant on identity_person
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on identity_person to portal_app;
