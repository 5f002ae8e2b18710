-- When an authority is asked next for a host's certificate, and what the authority is to find there.
alter table domain_claim
  add column challenge text,
  add column challenge_answer text;

-- By what the authority knows this installation.
create table domain_account (
  id int primary key default 1 check (id = 1),
  public_key bytea not null,
  sealed_key bytea not null
);
grant select, insert on domain_account to portal_app;
