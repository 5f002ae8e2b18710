-- Which version of a tenant's document was served from when on, in the place of which.
create table tenancy_application (
  id bigint generated always as identity primary key,
  tenant text not null,
  before integer not null,
  number integer not null,
  made_by text not null,
  made_at timestamptz not null
);
create index tenancy_application_tenant on tenancy_application (tenant, id desc);
grant select, insert, delete on tenancy_application to portal_app;

-- What is served already; who applied it is in the trail alone, and so whoever made it stands here.
alter table tenancy_version no force row level security;
insert into tenancy_application (tenant, before, number, made_by, made_at)
  select tenant_id, 0, number, made_by, made_at
  from tenancy_version join tenancy_document using (number)
  where tenant = tenant_id and ended_at is null order by made_at;
alter table tenancy_version force row level security;
