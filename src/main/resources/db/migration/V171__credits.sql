-- What each request cost, and what was given: lines are only ever added, each with the balance
-- after it, in tenths of a credit.
create table api_ledger (
  tenant_id text not null,
  seq bigint not null,
  at timestamptz not null,
  credential_id uuid,
  request_id uuid,
  code text not null,
  fingerprint bytea,
  tenths bigint not null,
  balance bigint not null,
  primary key (tenant_id, seq)
);
create unique index api_ledger_request on api_ledger (tenant_id, request_id);
create unique index api_ledger_charged on api_ledger (tenant_id, fingerprint);
create index api_ledger_at on api_ledger (tenant_id, at);
alter table api_ledger enable row level security;
alter table api_ledger force row level security;
create policy tenant on api_ledger
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert on api_ledger to portal_app;
