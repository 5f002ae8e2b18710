-- Whoever replaces a credential does so once; of several at the same moment one wins.
alter table api_credential add column replaced_at timestamptz;
