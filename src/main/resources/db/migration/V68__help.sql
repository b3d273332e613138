-- The text of the plan, clause by clause, for the tasks that point to them (spec C4).
create table plan.clause (
    plan_id  bigint not null references plan.plan,
    no       text   not null,
    position int    not null,
    heading  text   not null,
    words    text   not null check (words <> ''),
    primary key (plan_id, no),
    unique (plan_id, position)
);

-- What a province lets its schools see.
create table filing.setting (
    province_id  bigint  primary key references organisation.unit,
    shows_uptake boolean not null default false
);

-- The rows that count for a province: undertaken, of a form that stands submitted, of a school that is not closed;
-- the same that its lists are made of (review.row).
create view filing.counted as
select r.school_path as path, f.school_id, r.item_id, r.quantity
  from filing.undertaking r
  join filing.filing f on f.id = r.filing_id and f.submitted_at is not null
                      and f.plan_id = (select max(id) from plan.plan)
  join organisation.unit u on u.id = f.school_id and u.closed_at is null
 where r.undertaken and r.stage <> 'DRAFT';
