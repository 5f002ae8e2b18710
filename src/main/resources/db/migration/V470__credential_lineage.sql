-- The first of the credentials that replaced one another; without one, the credential itself.
alter table api_credential add column lineage uuid;
