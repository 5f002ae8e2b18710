-- A paper that could not be read or that contradicts itself; nothing in a row says what it says.
create table errorstore_entry (
  tenant_id text not null,
  document_id uuid not null,
  person_id uuid not null,
  vault_id uuid not null,
  original_id uuid not null,
  reason text not null,
  rule text,
  row_id int not null default 0,
  page int not null default 0,
  trace text not null,
  engine text not null,
  junk text,
  copying text not null,
  fingerprint text,
  sealed_sketch bytea,
  since timestamptz not null,
  primary key (tenant_id, document_id)
);
create index errorstore_entry_since on errorstore_entry (tenant_id, since);
create index errorstore_entry_fingerprint on errorstore_entry (tenant_id, fingerprint);
alter table errorstore_entry enable row level security;
alter table errorstore_entry force row level security;
create policy tenant on errorstore_entry
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on errorstore_entry to portal_app;
