-- What each address, account and tenant may still ask for; lost in a crash without harm.
-- All figures are microseconds: when the bucket is full again, what one request takes, what it holds.
create unlogged table guard_bucket (
  key text not null primary key,
  full_at bigint not null,
  step bigint not null,
  span bigint not null
);
create index guard_bucket_full on guard_bucket (full_at);
grant select, insert, update, delete on guard_bucket to portal_app;

-- Tries at a secret of an account since the last right one.
create table guard_attempt (
  tenant_id text not null,
  key text not null,
  failures int not null,
  since timestamptz not null,
  locked_until timestamptz,
  locks int not null,
  primary key (tenant_id, key)
);
alter table guard_attempt enable row level security;
alter table guard_attempt force row level security;
create policy tenant on guard_attempt
  using (tenant_id = current_setting('app.tenant', true))
  with check (tenant_id = current_setting('app.tenant', true));
grant select, insert, update, delete on guard_attempt to portal_app;

-- What an address did that nobody does by mistake so often; each thing counts once.
create table guard_offence (
  network text not null,
  kind text not null,
  what text not null,
  at timestamptz not null,
  primary key (network, kind, what)
);
create index guard_offence_at on guard_offence (at);
grant select, insert, update, delete on guard_offence to portal_app;

create table guard_ban (
  id uuid not null primary key,
  network cidr not null,
  reason text not null,
  note text not null,
  added_by text not null,
  at timestamptz not null,
  until timestamptz not null,
  lifted_at timestamptz,
  lifted_by text
);
create index guard_ban_network on guard_ban using gist (network inet_ops);
create index guard_ban_until on guard_ban (until);
grant select, insert, update, delete on guard_ban to portal_app;
