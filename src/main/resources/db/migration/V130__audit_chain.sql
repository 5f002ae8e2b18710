-- The chain is keyed from here on, so that nobody who only has the database can make one up; rows
-- of before were chained without a key, and no installation is older than this.
truncate audit_event;
alter table audit_event
  add column address text not null,
  add column request_id text not null;
create index audit_event_at on audit_event (tenant_id, at);
create index audit_event_actor on audit_event (tenant_id, actor, seq);
create index audit_event_subject on audit_event (tenant_id, subject, seq);

-- Where each chain ends, sealed, so that rows cut off its end are missed.
create table audit_head (
  tenant_id text not null primary key,
  seq bigint not null,
  hash text not null,
  seal text not null
);
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy tenant on audit_head
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update on audit_head to portal_app;

-- What each verification found.
create table audit_verification (
  tenant_id text not null,
  at timestamptz not null,
  events bigint not null,
  findings int not null,
  primary key (tenant_id, at)
);
alter table audit_verification enable row level security;
alter table audit_verification force row level security;
create policy tenant on audit_verification
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert on audit_verification to portal_app;
