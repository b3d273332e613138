-- One decision of an officer, on one row or on thousands: what undo and the account of it go by (spec R4).
create table filing.decision (
    id            bigint generated always as identity primary key,
    province_id   bigint      not null references organisation.unit,
    step          text        not null check (step in ('APPROVE', 'RETURN', 'REJECT', 'REOPEN', 'RELEASE', 'UNDO')),
    reason        text        not null default '',
    cells         text[]      not null default '{}',
    at            timestamptz not null,
    by_account    bigint      not null references account.account,
    by_name       text        not null,
    undone_at     timestamptz
);
create index decision_account on filing.decision (by_account, id desc);

-- The version a row had after a move tells whether anything has happened to it since.
alter table filing.move
    add decision_id bigint references filing.decision,
    add version     bigint,
    drop constraint move_step_check,
    add constraint move_step_check
        check (step in ('SUBMIT', 'WITHDRAW', 'APPROVE', 'RETURN', 'REJECT', 'REOPEN', 'RELEASE', 'UNDO'));
create index move_decision on filing.move (decision_id) where decision_id is not null;

-- How often a row was returned: one that waits and has been returned was mended and submitted again.
alter table filing.undertaking add returns smallint not null default 0;
create index undertaking_item on filing.undertaking (item_id, school_path);
