-- The operator's epoch on the console as acting began; what was begun before this is over.
alter table identity_acting add column operator_epoch bigint not null default -1;
alter table identity_acting alter column operator_epoch drop default;
