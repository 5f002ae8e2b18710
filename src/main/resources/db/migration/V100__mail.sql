create table mail_letter (
  tenant_id text not null,
  id uuid not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
alter table mail_letter enable row level security;
alter table mail_letter force row level security;
create policy tenant on mail_letter
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on mail_letter to portal_app;
