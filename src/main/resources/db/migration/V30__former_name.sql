-- What a school or a city was called before; never forgotten, and found by the search (spec P1).
create table organisation.former_name (
    id      bigint generated always as identity primary key,
    unit_id bigint      not null references organisation.unit,
    name    text        not null check (name <> ''),
    until   timestamptz not null,
    by_name text        not null
);
create index former_name_unit on organisation.former_name (unit_id, id desc);

alter table organisation.unit
    add closed_reason text not null default '',
    add check (closed_at is not null or closed_reason = '');

