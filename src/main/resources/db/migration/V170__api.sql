-- Keys that sign access tokens stand beside those of receipts; each is published before it signs.
alter table signing_key
  add column purpose text not null default 'receipts',
  add column signs_from timestamptz not null default now();

-- What programs identify themselves by; only a keyed hash of the secret is kept.
create table api_credential (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  name text not null,
  scopes text not null,
  secret_hash bytea not null,
  most_at_once int not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id)
);
create index api_credential_secret on api_credential (secret_hash);
alter table api_credential enable row level security;
alter table api_credential force row level security;
create policy tenant on api_credential
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
-- Keys name no tenant: whoever holds the hash of a secret may learn whose it is, and nothing else.
create policy presented on api_credential for select
  using (encode(secret_hash, 'hex') = current_setting('app.presented', true));
grant select, insert, update on api_credential to portal_app;
