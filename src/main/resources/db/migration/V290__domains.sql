-- Hosts that tenants say are theirs, and the certificates that those of them show.
create table domain_claim (
  tenant_id text not null,
  host text not null,
  token text not null,
  claimed_by text not null,
  claimed_at timestamptz not null,
  proven_at timestamptz,
  chain text,
  sealed_key bytea,
  certificate_until timestamptz,
  issued boolean not null default false,
  order_after timestamptz,
  order_fault text,
  primary key (tenant_id, host),
  check ((chain is null) = (sealed_key is null) and (chain is null) = (certificate_until is null))
);
alter table domain_claim enable row level security;
alter table domain_claim force row level security;
create policy tenant on domain_claim
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on domain_claim to portal_app;
