-- What tenants' own mail servers are signed in to with, sealed: each for one host and user alone.
create table mail_server_password (
  tenant_id text not null,
  host text not null,
  account text not null,
  sealed bytea not null,
  set_at timestamptz not null,
  primary key (tenant_id, host, account)
);
alter table mail_server_password enable row level security;
alter table mail_server_password force row level security;
create policy tenant on mail_server_password
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on mail_server_password to portal_app;
