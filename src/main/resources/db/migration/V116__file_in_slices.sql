-- A file is read a slice at a time. Workbooks are compressed already; one that PostgreSQL tries to compress once more
-- would have to be unpacked whole for each slice.
alter table job.job alter column file set storage external;
