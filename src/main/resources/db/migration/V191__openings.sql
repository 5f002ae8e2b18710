-- Who of support asked to see a failing PDF itself, and what its tenant's administrators answered.
create table errorstore_opening (
  tenant_id text not null,
  id uuid not null,
  document_id uuid not null,
  person_id uuid not null,
  asked_by text not null,
  sealed_reason bytea not null,
  asked_at timestamptz not null,
  answer text,
  answered_by text,
  until timestamptz,
  opened_at timestamptz,
  primary key (tenant_id, id)
);
create index errorstore_opening_document on errorstore_opening (tenant_id, document_id, asked_at desc);
alter table errorstore_opening enable row level security;
alter table errorstore_opening force row level security;
create policy tenant on errorstore_opening
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on errorstore_opening to portal_app;
