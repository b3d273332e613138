-- What a school handed in each time, whole, as its printed copy shows it (spec F12): the names are those of then,
-- the digest is over what the copy shows. Submissions made before have neither, and no copy.
alter table filing.submission
    add school_name text,
    add school_code text,
    add digest      text check (digest ~ '^[0-9a-f]{64}$'),
    add check (num_nulls(school_name, school_code, digest) in (0, 3));

create table filing.submitted_row (
    receipt_no  text   not null references filing.submission,
    item_id     bigint not null references plan.item,
    quantity    bigint check (quantity >= 1),
    self_raised bigint not null check (self_raised >= 0),
    industry    bigint not null check (industry >= 0),
    sponsor     bigint not null check (sponsor >= 0),
    local       bigint not null check (local >= 0),
    primary key (receipt_no, item_id)
);

-- The same as it is to be read and printed.
create view filing.handed_in as
select r.receipt_no, i.position, i.task_no, i.no as item_no, i.title, i.unit,
       r.quantity, r.self_raised, r.industry, r.sponsor, r.local
  from filing.submitted_row r
  join plan.item i on i.id = r.item_id;

-- A run of saves: by one person, on one day, with no move of the form in between.
create table filing.saving (
    id         bigint generated always as identity primary key,
    filing_id  bigint      not null references filing.filing,
    day        date        not null,
    by_account bigint      not null references account.account,
    by_name    text        not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    saves      int         not null default 1 check (saves >= 1),
    check (first_at <= last_at)
);
create index saving_filing on filing.saving (filing_id, id desc);
