-- How each kind of job failed last: names of what was thrown, never what that says.
create table operations_fault (
  job text primary key,
  causes text not null,
  at timestamptz not null
);
grant select, insert, update on operations_fault to portal_app;
