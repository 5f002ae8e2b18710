-- Whether the store has the note that an account ended, by which a restored database is found out.
alter table retention_departure add column noted boolean not null default false;
