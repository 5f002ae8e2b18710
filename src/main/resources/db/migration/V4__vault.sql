create table vault_tenant_key (
  tenant_id text not null,
  id text not null,
  wrapped_key bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
alter table vault_tenant_key enable row level security;
alter table vault_tenant_key force row level security;
create policy tenant on vault_tenant_key
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on vault_tenant_key to portal_app;

-- A row without its wrapped key is destroyed; it waits for its object to be deleted.
create table vault_document (
  tenant_id text not null,
  id uuid not null,
  object_name text,
  wrapped_key bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (tenant_id, id)
);
create index vault_document_destroyed on vault_document (tenant_id, destroyed_at)
  where wrapped_key is null;
alter table vault_document enable row level security;
alter table vault_document force row level security;
create policy tenant on vault_document
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on vault_document to portal_app;
