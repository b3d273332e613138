create schema provincial;

-- One province's own form for one plan; whoever saves it holds this row, so that two officers save one after the other.
create table provincial.own_form (
    plan_id     bigint      not null references plan.plan,
    province_id bigint      not null references organisation.unit,
    saved_at    timestamptz not null,
    primary key (plan_id, province_id)
);

-- Grows with every change of any row, so a version is never met twice (spec F7).
create sequence provincial.version;

-- What a province does about an item itself: it undertakes it, and it adds its own funds to it, in whole yuan; either
-- without the other (spec P2, P3). A cell not yet filled in is null, or empty.
create table provincial.own_row (
    province_id    bigint      not null references organisation.unit,
    province_path  text        not null collate "C",
    item_id        bigint      not null,
    takes_quantity boolean     not null,
    undertaken     boolean     not null,
    quantity       bigint      check (quantity between 1 and 9999999),
    bodies         text        not null default '' check (length(bodies) <= 200),
    funds          bigint      check (funds between 0 and 99999999999),
    version        bigint      not null,
    changed_at     timestamptz not null,
    changed_by     bigint      not null references account.account,
    changed_name   text        not null,
    primary key (province_id, item_id),
    foreign key (item_id, takes_quantity) references plan.item (id, takes_quantity),
    constraint no_quantity_where_none check (takes_quantity or quantity is null),
    constraint nothing_undertaken_unless_ticked check (undertaken or (quantity is null and bodies = ''))
);

-- The running numbers of receipts.
create sequence provincial.receipt;

-- What a province handed to the ministry, and what the ministry sent back. One at most stands (spec P3).
create table provincial.submission (
    id             bigint      generated always as identity primary key,
    plan_id        bigint      not null references plan.plan,
    province_id    bigint      not null references organisation.unit,
    province_path  text        not null collate "C",
    -- Names as they were then, so that a receipt reads the same whatever is renamed later.
    province_name  text        not null,
    receipt_no     text        not null unique,
    schools        int         not null check (schools >= 0),
    submitted_at   timestamptz not null,
    submitted_by   bigint      not null references account.account,
    submitted_name text        not null,
    returned_at    timestamptz,
    returned_by    bigint      references account.account,
    returned_name  text        not null default '',
    return_reason  text        not null default '',
    constraint returned_with_a_reason check (
        (returned_at is null) = (return_reason = '') and (returned_at is null) = (returned_by is null))
);
create unique index submission_standing on provincial.submission (plan_id, province_id) where returned_at is null;
create index submission_province on provincial.submission (province_id, id desc);

-- The figures of a submission as they were when it was made, item by item: what the annexes are built from (spec P5).
create table provincial.submission_line (
    submission_id   bigint  not null references provincial.submission,
    item_id         bigint  not null references plan.item,
    schools         int     not null check (schools >= 0),
    school_quantity bigint  not null check (school_quantity >= 0),
    self_raised     bigint  not null check (self_raised >= 0),
    industry        bigint  not null check (industry >= 0),
    sponsor         bigint  not null check (sponsor >= 0),
    local           bigint  not null check (local >= 0),
    own             boolean not null,
    own_quantity    bigint  not null check (own_quantity >= 0),
    own_bodies      text    not null,
    provincial      bigint  not null check (provincial >= 0),
    primary key (submission_id, item_id),
    constraint undertaken_by_somebody check (schools > 0 or own)
);

-- The schools' rows that have been submitted, whatever was decided on them. The one place where this module reads the
-- tables of filing; a school that is closed counts no more.
create view provincial.school_row as
select f.plan_id, r.item_id, u.id as school_id, r.school_path, r.stage,
       r.quantity, r.self_raised, r.industry, r.sponsor, r.local
  from filing.undertaking r
  join filing.filing f on f.id = r.filing_id
  join organisation.unit u on u.id = f.school_id
 where r.undertaken and r.stage <> 'DRAFT' and u.closed_at is null;

-- The last thing each province handed in for the current plan: what its pages and its menu tell of it.
create view provincial.latest as
select distinct on (s.province_id) s.province_id, s.province_path, s.receipt_no, s.submitted_at, s.returned_at,
       s.return_reason
  from provincial.submission s
 where s.plan_id = (select max(id) from plan.plan)
 order by s.province_id, s.id desc;

-- 省财政投入 as the desk adds it to the schools' four sources (spec P2): a line for each province.
create or replace view review.provincial_funds as
select o.province_id, coalesce(sum(o.funds), 0)::bigint as yuan
  from provincial.own_row o
  join plan.item i on i.id = o.item_id
 where i.plan_id = (select max(id) from plan.plan)
 group by o.province_id;
