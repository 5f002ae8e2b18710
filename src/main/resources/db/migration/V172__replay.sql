-- What came of reading a failed paper again with a later engine; null until somebody asks for it.
alter table errorstore_entry add column replay text;
alter table errorstore_entry add column replay_said text;
alter table errorstore_entry add column replay_engine text;
