-- Rows outlive their PDFs, and most outlive what is locked, by months: who looks every minute for
-- what is due must not pass all of them.
create index statements_document_original on statements_document (tenant_id, created_at, id)
  where original_id is not null;
create index statements_document_locked on statements_document (tenant_id, created_at)
  where state = 'LOCKED';
