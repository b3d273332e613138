-- How many of an item a province wants from its schools; warns, never blocks.
create table review.quota (
    province_id bigint not null references organisation.unit,
    item_id     bigint not null references plan.item,
    quantity    bigint not null check (quantity between 1 and 9999999),
    primary key (province_id, item_id)
);

-- What a province switches on for itself.
create table review.setting (
    province_id bigint  primary key references organisation.unit,
    city_review boolean not null default false
);

-- 同意 or 不同意 of a city on a row of one of its 中职, as that row was then (spec R6).
create table review.opinion (
    undertaking_id bigint      primary key references filing.undertaking,
    school_path    text        not null collate "C",
    agrees         boolean     not null,
    words          text        not null default '',
    row_version    bigint      not null,
    at             timestamptz not null,
    by_account     bigint      not null references account.account,
    by_name        text        not null
);
create index opinion_path on review.opinion (school_path);

-- From when on an officer wants to be told what has changed.
create table review.look (
    account_id bigint      primary key references account.account on delete cascade,
    since      timestamptz not null
);

-- Reasons that an officer uses again and again.
create table review.phrase (
    id         bigint generated always as identity primary key,
    account_id bigint      not null references account.account on delete cascade,
    words      text        not null check (words <> ''),
    used       int         not null default 0,
    used_at    timestamptz not null,
    unique (account_id, words)
);
