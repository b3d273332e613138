-- One school's own last day, later than its province's (spec W3). All are kept; the newest of a school counts, and
-- where that one has been ended, the window's rule holds again.
create table filing.extension (
    id          bigint generated always as identity primary key,
    plan_id     bigint      not null references plan.plan,
    school_id   bigint      not null references organisation.unit,
    school_path text        not null collate "C",
    last_day    date        not null,
    reason      text        not null check (reason <> ''),
    at          timestamptz not null,
    by_account  bigint      not null references account.account,
    by_name     text        not null,
    ended_at    timestamptz,
    ended_by    text,
    check ((ended_at is null) = (ended_by is null))
);
create index extension_school on filing.extension (school_id, plan_id, id desc);
create index extension_path on filing.extension (school_path);

-- With the school's name, and whether a newer one has taken its place: what the province's list shows.
create view filing.extension_line as
select e.id, e.plan_id, e.school_id, e.school_path, u.code as school_code, u.name as school_name, u.city,
       e.last_day, e.reason, e.at, e.by_name, e.ended_at, e.ended_by,
       exists (select from filing.extension n
                where n.school_id = e.school_id and n.plan_id = e.plan_id and n.id > e.id) as replaced
  from filing.extension e
  join organisation.unit u on u.id = e.school_id;
