-- A tenant's document tells its plan; what was decided on before is brought into it at a start.
alter table api_plan add column in_document boolean not null default false;
alter table api_plan alter column in_document set default true;
grant update (in_document) on api_plan to portal_app;
