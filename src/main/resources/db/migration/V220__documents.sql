-- What programs brought over the documents API: whose key brought it, the keyed hash of the file,
-- by which a result is charged once, and the keyed hash of the name that makes a retry the same.
create table api_document (
  tenant_id text not null,
  document_id uuid not null,
  credential_id uuid not null,
  file_hash bytea not null,
  retry_hash bytea,
  created_at timestamptz not null,
  primary key (tenant_id, document_id)
);
create unique index api_document_retry on api_document (tenant_id, retry_hash);
create index api_document_file on api_document (tenant_id, file_hash, created_at);
alter table api_document enable row level security;
alter table api_document force row level security;
create policy tenant on api_document
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on api_document to portal_app;
