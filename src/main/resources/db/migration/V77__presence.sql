-- Who has a school's form open at this moment, and in which row (spec F7). Worth nothing after a crash, so it is not logged.
create unlogged table filing.presence (
    page       uuid primary key,
    school_id  bigint      not null references organisation.unit (id),
    account_id bigint      not null,
    name       text        not null,
    item_no    text        not null,
    seen_at    timestamptz not null
);
create index presence_school on filing.presence (school_id);
