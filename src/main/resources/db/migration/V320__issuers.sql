-- Tenants' own OpenID providers, whose people may sign in and whose tokens programs may bring.
create table issuers_issuer (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  url text not null,
  client_id text not null,
  sealed_secret bytea not null,
  domains text not null,
  audience text,
  trusts_factor boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, url)
);

-- Whom a provider's subject is; of the subject only a keyed hash is kept.
create table issuers_subject (
  tenant_id text not null,
  issuer_id uuid not null,
  subject_hash bytea not null,
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (tenant_id, issuer_id, subject_hash),
  unique (tenant_id, issuer_id, person_id),
  foreign key (tenant_id, issuer_id) references issuers_issuer (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references identity_person (tenant_id, id) on delete cascade
);

do $$ declare each text; begin
  foreach each in array array['issuers_issuer', 'issuers_subject'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format($policy$create policy tenant on %I
      using (tenant_id = current_setting('app.tenant', true))
      with check (tenant_id = current_setting('app.tenant', true))$policy$, each);
    execute format('grant select, insert, delete on %I to portal_app', each);
  end loop;
end $$;
