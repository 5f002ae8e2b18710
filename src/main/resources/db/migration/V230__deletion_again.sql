-- One deletion of a thing goes on at a time. Once it is complete, something filed anew under the
-- same id is deleted by another.
alter table retention_deletion drop constraint retention_deletion_tenant_id_kind_subject_id_key;
create unique index retention_deletion_going
  on retention_deletion (tenant_id, kind, subject_id) where receipt is null;
create index retention_deletion_subject on retention_deletion (tenant_id, kind, subject_id, begun_at);
