-- Under the tenant's key, which opens it while the store with the documents' keys is away; documents
-- of before have it under their own key alone, as sealed_sha256.
alter table statements_document add column sealed_hash bytea;
