-- Tenants' own servers, which are told what becomes of the documents of their programs.
create table webhooks_endpoint (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  sealed_url bytea not null,
  events text not null,
  sealed_secret bytea not null,
  sealed_previous bytea,
  previous_until timestamptz,
  state text not null,
  created_by text not null,
  created_at timestamptz not null,
  failing_since timestamptz,
  primary key (tenant_id, id)
);
alter table webhooks_endpoint enable row level security;
alter table webhooks_endpoint force row level security;
create policy tenant on webhooks_endpoint
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on webhooks_endpoint to portal_app;

-- What each is told: written with what happened, sent after it, kept as the log for a time.
create table webhooks_delivery (
  tenant_id text not null,
  id uuid not null,
  endpoint_id uuid not null,
  event text not null,
  document_id uuid,
  happened_at timestamptz not null,
  state text not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  leased_until timestamptz,
  tried_at timestamptz,
  answer text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, endpoint_id) references webhooks_endpoint (tenant_id, id)
    on delete cascade
);
create index webhooks_delivery_log
  on webhooks_delivery (tenant_id, endpoint_id, happened_at desc, id);
create index webhooks_delivery_due on webhooks_delivery (tenant_id, next_at)
  where state = 'WAITING';
alter table webhooks_delivery enable row level security;
alter table webhooks_delivery force row level security;
create policy tenant on webhooks_delivery
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on webhooks_delivery to portal_app;
