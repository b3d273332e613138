create schema filing;

-- 本省申报要求: the days are whole days of China time (spec W1, W2).
create table filing.filing_window (
    plan_id         bigint not null references plan.plan,
    province_id     bigint not null references organisation.unit,
    opens           date   not null,
    closes          date   not null,
    revision_closes date   not null,
    note            text   not null default '',
    version         bigint not null default 1,
    primary key (plan_id, province_id),
    check (opens <= closes and closes <= revision_closes)
);

-- Items that a province does not offer its schools (spec C3).
create table filing.withheld_item (
    province_id bigint not null references organisation.unit,
    item_id     bigint not null references plan.item,
    primary key (province_id, item_id)
);

-- One school's form for one plan. It is submitted while submitted_at is set; from review_started_at on, the
-- province has decided something, and the school cannot take the form back by itself (spec F10).
create table filing.filing (
    id                bigint generated always as identity primary key,
    plan_id           bigint      not null references plan.plan,
    school_id         bigint      not null references organisation.unit,
    school_path       text        not null collate "C",
    first_saved_at    timestamptz not null,
    saved_at          timestamptz not null,
    submitted_at      timestamptz,
    receipt_no        text,
    review_started_at timestamptz,
    unique (plan_id, school_id),
    check ((submitted_at is null) = (receipt_no is null)),
    check (review_started_at is null or submitted_at is not null)
);
create index filing_path on filing.filing (school_path);

-- Grows with every change of any row, so a version is never met twice, even where a row comes and goes.
create sequence filing.version;

-- A school's row for an item. Amounts are whole yuan; a cell not yet filled in is null (spec F2, F5, R1).
create table filing.undertaking (
    id             bigint generated always as identity primary key,
    filing_id      bigint      not null references filing.filing,
    school_path    text        not null collate "C",
    item_id        bigint      not null,
    takes_quantity boolean     not null,
    undertaken     boolean     not null,
    stage          text        not null default 'DRAFT'
                   check (stage in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED', 'REJECTED')),
    quantity       bigint      check (quantity between 1 and 9999999),
    self_raised    bigint      check (self_raised between 0 and 99999999999),
    industry       bigint      check (industry between 0 and 99999999999),
    sponsor        bigint      check (sponsor between 0 and 99999999999),
    local          bigint      check (local between 0 and 99999999999),
    version        bigint      not null,
    changed_at     timestamptz not null,
    changed_by     bigint      not null references account.account,
    -- The name as it was then, so that a clash can be told without asking who the account is today.
    changed_name   text        not null,
    unique (filing_id, item_id),
    foreign key (item_id, takes_quantity) references plan.item (id, takes_quantity),
    constraint no_quantity_where_none check (takes_quantity or quantity is null),
    constraint empty_unless_undertaken check (
        undertaken
        or (stage = 'DRAFT' and num_nonnulls(quantity, self_raised, industry, sponsor, local) = 0)),
    -- A returned row is being mended, so it may have gaps until it is submitted again.
    constraint complete_once_submitted check (
        stage in ('DRAFT', 'RETURNED')
        or (num_nulls(self_raised, industry, sponsor, local) = 0
            and (quantity is not null or not takes_quantity)))
);
create index undertaking_path on filing.undertaking (school_path);

-- Every move of a row, with the values it had then: the history that before/after is told from (spec R1, R2).
create table filing.move (
    id             bigint generated always as identity primary key,
    undertaking_id bigint      not null references filing.undertaking,
    filing_id      bigint      not null references filing.filing,
    school_path    text        not null collate "C",
    step           text        not null
                   check (step in ('SUBMIT', 'WITHDRAW', 'APPROVE', 'RETURN', 'REJECT', 'REOPEN', 'RELEASE')),
    at             timestamptz not null,
    by_account     bigint      not null references account.account,
    by_name        text        not null,
    reason         text        not null default '',
    cells          text[]      not null default '{}',
    quantity       bigint,
    self_raised    bigint,
    industry       bigint,
    sponsor        bigint,
    local          bigint,
    constraint reason_given check (reason <> '' or step not in ('RETURN', 'REJECT', 'REOPEN', 'RELEASE'))
);
create index move_undertaking on filing.move (undertaking_id, id desc);
create index move_filing on filing.move (filing_id, id desc);

-- The receipts of a filing, one for each submission (spec F8).
create sequence filing.receipt;
create table filing.submission (
    receipt_no   text        primary key,
    filing_id    bigint      not null references filing.filing,
    submitted_at timestamptz not null,
    submitted_by bigint      not null references account.account,
    rows         int         not null check (rows > 0),
    total        bigint      not null check (total >= 0)
);
create index submission_filing on filing.submission (filing_id);
