-- A paper that was read without fault may be reported by its owner; what they wrote is sealed.
alter table errorstore_entry add column sealed_note bytea;

-- Reports are a kind of their own: what support decides about failures of a layout says nothing of
-- them.
alter table errorstore_entry add column group_id text not null generated always as (
  case when reason like 'REPORTED%'
    then 'reported-' || coalesce(fingerprint, lower(substr(reason, 10)))
    else coalesce(fingerprint, 'reason-' || lower(reason))
  end
) stored;
create index errorstore_entry_group on errorstore_entry (tenant_id, group_id, since desc);
drop index errorstore_entry_fingerprint;
