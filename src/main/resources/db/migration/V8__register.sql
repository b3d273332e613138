-- A school that is closed, or merged into another, stays with its history, but is asked for nothing more and
-- counts in no total (spec P1).
alter table organisation.unit
    add closed_at   timestamptz,
    add merged_into bigint references organisation.unit,
    add version     bigint not null default 1,
    add check (merged_into is null or closed_at is not null);
create index unit_parent on organisation.unit (parent_id);
