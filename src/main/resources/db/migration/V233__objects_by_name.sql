-- The sweep of the store asks which objects a row knows of.
create index vault_document_object on vault_document (tenant_id, object_name)
  where object_name is not null;
create index vault_document_half on vault_document (tenant_id, half_name)
  where half_name is not null;
