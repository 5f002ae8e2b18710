-- Keys of the platform's signatures; all are kept, so that what they signed stays verifiable.
create table signing_key (
  id text not null primary key,
  public_key text not null,
  sealed_key bytea not null,
  created_at timestamptz not null default now()
);
grant select, insert on signing_key to portal_app;

-- What is being deleted, and the receipt once it is gone.
create table retention_deletion (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  owner_id uuid not null,
  vault_ids uuid[] not null,
  sha256 text not null,
  rule text not null,
  begun_at timestamptz not null,
  next_at timestamptz not null,
  receipt text,
  primary key (tenant_id, id),
  unique (tenant_id, kind, subject_id)
);
create index retention_deletion_pending on retention_deletion (tenant_id, begun_at)
  where receipt is null;
create index retention_deletion_owner on retention_deletion (tenant_id, owner_id, begun_at desc);

create table retention_hold (
  tenant_id text not null,
  id uuid not null,
  owner_id uuid,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by text,
  primary key (tenant_id, id)
);

do $$ declare each text; begin
  foreach each in array array['retention_deletion', 'retention_hold'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format($policy$create policy tenant on %I
      using (tenant_id = current_setting('app.tenant', true))
      with check (tenant_id = current_setting('app.tenant', true))$policy$, each);
    execute format('grant select, insert, update on %I to portal_app', each);
  end loop;
end $$;

-- The PDF has a key of its own, so that it can go before what was read from it.
alter table statements_document
  add column original_id uuid,
  add column sealed_sha256 bytea,
  add column ended_at timestamptz;
drop index vault_document_destroyed;
create index statements_document_due on statements_document (tenant_id, created_at);
