-- Invited people have no password yet; epoch counts the changes that end every session before it.
alter table identity_person
  alter column password_hash drop not null,
  add column name text not null default '',
  add column state text not null default 'ACTIVE',
  add column epoch bigint not null default 0;

-- One authenticator a person; pending until its first right code, which starts last_step.
create table identity_authenticator (
  tenant_id text not null,
  person_id uuid not null,
  sealed_secret bytea,
  last_step bigint not null default 0,
  pending_secret bytea,
  pending_since timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references identity_person (tenant_id, id) on delete cascade
);

create table identity_recovery_code (
  tenant_id text not null,
  person_id uuid not null,
  hash bytea not null,
  primary key (tenant_id, person_id, hash),
  foreign key (tenant_id, person_id) references identity_person (tenant_id, id) on delete cascade
);

create table identity_passkey (
  tenant_id text not null,
  credential_id bytea not null,
  person_id uuid not null,
  label text not null,
  public_key bytea not null,
  signature_count bigint not null,
  verified boolean not null,
  transports text not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  attestation bytea,
  client_data bytea,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (tenant_id, credential_id),
  foreign key (tenant_id, person_id) references identity_person (tenant_id, id) on delete cascade
);
create index identity_passkey_person on identity_passkey (tenant_id, person_id);

-- Tries by hashed subject, whether or not such a person exists.
create table identity_try (
  tenant_id text not null,
  kind text not null,
  subject bytea not null,
  tries int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (tenant_id, kind, subject)
);

create table identity_device (
  tenant_id text not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  label text not null,
  seen_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash, person_id),
  foreign key (tenant_id, person_id) references identity_person (tenant_id, id) on delete cascade
);
create index identity_device_person on identity_device (tenant_id, person_id);

-- Links sent by mail; only the hash of their secret is kept.
create table identity_link (
  tenant_id text not null,
  hash bytea not null,
  person_id uuid not null,
  kind text not null,
  sealed_detail bytea,
  expires_at timestamptz not null,
  primary key (tenant_id, hash),
  foreign key (tenant_id, person_id) references identity_person (tenant_id, id) on delete cascade
);
create index identity_link_person on identity_link (tenant_id, person_id, kind);

do $$ declare each text; begin
  foreach each in array array['identity_authenticator', 'identity_recovery_code',
      'identity_passkey', 'identity_try', 'identity_device', 'identity_link'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format($policy$create policy tenant on %I
      using (tenant_id = current_setting('app.tenant', true))
      with check (tenant_id = current_setting('app.tenant', true))$policy$, each);
    execute format('grant select, insert, update, delete on %I to portal_app', each);
  end loop;
end $$;
