-- Of a document that is gone nothing is left of its file, not even a keyed hash: what programs
-- brought goes with it, by whomever and for whatever reason it is deleted.
alter table api_document no force row level security;
alter table statements_document no force row level security;
delete from api_document a
  where not exists (
    select from statements_document s where s.tenant_id = a.tenant_id and s.id = a.document_id);
alter table api_document
  add constraint api_document_kept foreign key (tenant_id, document_id)
  references statements_document (tenant_id, id) on delete cascade;
alter table api_document force row level security;
alter table statements_document force row level security;
