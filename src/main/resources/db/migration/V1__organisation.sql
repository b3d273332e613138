create schema organisation;

-- The tree of those who use the platform: the ministry, its 32 provinces, their cities, their schools.
-- path is the unit's place in the tree ('/1/5/77/'); a reader's reach is a prefix of it (spec X2).
create table organisation.unit (
    id        bigint generated always as identity primary key,
    parent_id bigint references organisation.unit,
    tier      text    not null check (tier in ('MINISTRY', 'PROVINCE', 'CITY', 'SCHOOL')),
    code      text    not null,
    name      text    not null check (name <> ''),
    kind      text    check (kind in ('SECONDARY', 'COLLEGE', 'UNIVERSITY', 'OTHER')),
    city      text    not null default '',
    path      text    not null collate "C",
    unique (tier, code),
    unique (path),
    check ((parent_id is null) = (tier = 'MINISTRY')),
    check ((kind is not null) = (tier = 'SCHOOL')),
    check (tier <> 'SCHOOL' or code ~ '^[0-9]{10}$')
);

-- The two people whom a province shows its schools (spec P1).
create table organisation.province_contact (
    province_id bigint   not null references organisation.unit,
    position    smallint not null check (position in (1, 2)),
    name        text     not null check (name <> ''),
    phone       text     not null check (phone <> ''),
    primary key (province_id, position)
);
