create table statements_document (
  tenant_id text not null,
  id uuid not null,
  person_id uuid not null,
  upload_id uuid not null,
  place int not null,
  vault_id uuid not null,
  sealed_name bytea not null,
  bytes bigint not null,
  state text not null,
  reason text,
  verdict text,
  transactions int not null default 0,
  sealed_result bytea,
  wrong_password boolean not null default false,
  attempts int not null default 0,
  stage text,
  done int not null default 0,
  of_steps int not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index statements_document_mine
  on statements_document (tenant_id, person_id, created_at desc, place);
create index statements_document_upload on statements_document (tenant_id, upload_id, place);
alter table statements_document enable row level security;
alter table statements_document force row level security;
create policy tenant on statements_document
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on statements_document to portal_app;
