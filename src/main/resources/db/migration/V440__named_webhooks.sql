-- Who says where an endpoint is: somebody by hand, the tenant's document, or one that is served no
-- more. Of the document's there is one of each name, so that its secret comes back with it.
alter table webhooks_endpoint add column origin text not null default 'HAND'
  check (origin in ('HAND', 'DOCUMENT', 'LEFT'));
create unique index webhooks_endpoint_named on webhooks_endpoint (tenant_id, name)
  where origin <> 'HAND';
