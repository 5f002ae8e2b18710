-- Numbers of each tenant as last counted, side by side, so that a page of all of them is one query.
create table tally_tenant (
  tenant text primary key,
  counted_at timestamptz not null,
  people bigint not null,
  documents bigint not null,
  proven bigint not null,
  unproven bigint not null,
  contradicted bigint not null,
  refused bigint not null,
  failed bigint not null,
  not_proven bigint not null,
  waiting bigint not null,
  requests bigint not null,
  requests_failed bigint not null,
  credits bigint not null,
  mails_failed bigint not null,
  hosts_troubled bigint not null,
  last_activity bigint not null
);
grant select, insert, update, delete on tally_tenant to portal_app;
