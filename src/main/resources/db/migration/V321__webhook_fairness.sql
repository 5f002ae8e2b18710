-- One miss in a long quiet is no endpoint that fails for days.
alter table webhooks_endpoint add column missed_at timestamptz;

-- What is under way is counted at every claim, and what is old is looked for every minute.
create index webhooks_delivery_leased on webhooks_delivery (tenant_id, endpoint_id)
  where state = 'WAITING' and leased_until is not null;
create index webhooks_delivery_age on webhooks_delivery (tenant_id, happened_at);
