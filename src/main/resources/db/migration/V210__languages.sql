-- The language a person chose, and the one of the pages they last signed in on, which mail to
-- whoever chose none is written in.
alter table identity_person add column language text;
alter table identity_person add column signed_in_language text;
