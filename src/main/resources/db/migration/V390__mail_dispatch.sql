-- What became of each mail, for operators: neither its address nor a word of it.
create table mail_dispatch (
  id uuid primary key,
  tenant text not null,
  kind text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
  tries int not null default 0,
  fault text,
  written_at timestamptz not null,
  next_at timestamptz,
  ended_at timestamptz,
  check ((state = 'WAITING') = (ended_at is null))
);
create index mail_dispatch_written on mail_dispatch (written_at desc, id);
create index mail_dispatch_tenant on mail_dispatch (tenant, written_at desc);
create index mail_dispatch_state on mail_dispatch (state, written_at desc);
grant select, insert, update, delete on mail_dispatch to portal_app;

-- What waits already; nobody wrote down of what kind it is.
alter table mail_letter no force row level security;
insert into mail_dispatch (id, tenant, kind, written_at, next_at)
  select id, tenant_id, 'older', created_at, created_at from mail_letter;
alter table mail_letter force row level security;
