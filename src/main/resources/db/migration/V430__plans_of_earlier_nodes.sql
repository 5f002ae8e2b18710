-- Whoever decides on a plan says that the document tells it; a release from before cannot, and so
-- what it decides on meanwhile is brought into the document at a start.
alter table api_plan alter column in_document set default false;
