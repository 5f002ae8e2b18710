-- What was left of tenants that ended, in tables that no step of their end looked into.
delete from mail_dispatch using tenancy_document
  where tenancy_document.tenant = mail_dispatch.tenant
    and tenancy_document.ended_at is not null;
delete from tally_tenant using tenancy_document
  where tenancy_document.tenant = tally_tenant.tenant and ended_at is not null;
delete from tenancy_application using tenancy_document
  where tenancy_document.tenant = tenancy_application.tenant and ended_at is not null;
