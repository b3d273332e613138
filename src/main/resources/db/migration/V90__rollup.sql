-- The country's totals are kept, not counted (spec P4, P6). A row of a school that changes what is submitted adds one
-- line to a log, and waits for nobody; every second or so the log is folded into the sums. Whoever reads takes the sums
-- and what is still in the log, in one statement: exact at any moment, and as fast for a million rows as for ten.

-- A place is the nation '/1/', a province '/1/5/', or a city of it '/1/5/太原市'; schools of no known city are 省直.
create function report.place(path text, city text) returns text
    language sql immutable parallel safe
    return '/' || split_part(path, '/', 2) || '/' || split_part(path, '/', 3) || '/' || coalesce(nullif(city, ''), '省直');

-- The three places that a figure of a city counts in.
create function report.places(city_place text) returns setof text
    language sql immutable parallel safe rows 3
as $$
    select p
      from (values ('/' || split_part(city_place, '/', 2) || '/'),
                   ('/' || split_part(city_place, '/', 2) || '/' || split_part(city_place, '/', 3) || '/'),
                   (city_place)) as v (p)
$$;

-- What schools have submitted for an item, whatever was decided on it, and what of it is approved; in whole yuan.
create table report.figure (
    place                text   not null collate "C",
    item_id              bigint not null,
    rows                 bigint not null,
    quantity             bigint not null,
    self_raised          bigint not null,
    industry             bigint not null,
    sponsor              bigint not null,
    local                bigint not null,
    waiting              bigint not null,
    returned             bigint not null,
    rejected             bigint not null,
    approved             bigint not null,
    approved_quantity    bigint not null,
    approved_self_raised bigint not null,
    approved_industry    bigint not null,
    approved_sponsor     bigint not null,
    approved_local       bigint not null,
    primary key (place, item_id)
) with (fillfactor = 70);

-- What has changed since the sums were last folded, by city; lines come and go, so it is vacuumed early.
create table report.figure_change (
    like report.figure
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

-- The rows that count: undertaken, handed in, of a school that is not closed.
create view report.counted_row as
select r.id, r.filing_id, f.plan_id, f.school_id, u.path, report.place(u.path, u.city) as place, r.item_id, r.stage,
       r.quantity, r.self_raised, r.industry, r.sponsor, r.local
  from filing.undertaking r
  join filing.filing f on f.id = r.filing_id
  join organisation.unit u on u.id = f.school_id
 where r.undertaken and r.stage <> 'DRAFT' and u.closed_at is null;

-- The same figures, counted from the rows: slow, and the truth.
create view report.counted_figure as
select p.place, r.item_id, sum(r.sign)::bigint as rows,
       sum(r.sign * coalesce(r.quantity, 0))::bigint as quantity,
       sum(r.sign * coalesce(r.self_raised, 0))::bigint as self_raised,
       sum(r.sign * coalesce(r.industry, 0))::bigint as industry,
       sum(r.sign * coalesce(r.sponsor, 0))::bigint as sponsor,
       sum(r.sign * coalesce(r.local, 0))::bigint as local,
       coalesce(sum(r.sign) filter (where r.stage = 'SUBMITTED'), 0)::bigint as waiting,
       coalesce(sum(r.sign) filter (where r.stage = 'RETURNED'), 0)::bigint as returned,
       coalesce(sum(r.sign) filter (where r.stage = 'REJECTED'), 0)::bigint as rejected,
       coalesce(sum(r.sign) filter (where r.stage = 'APPROVED'), 0)::bigint as approved,
       coalesce(sum(r.sign * coalesce(r.quantity, 0)) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_quantity,
       coalesce(sum(r.sign * r.self_raised) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_self_raised,
       coalesce(sum(r.sign * r.industry) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_industry,
       coalesce(sum(r.sign * r.sponsor) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_sponsor,
       coalesce(sum(r.sign * r.local) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_local
  from (select 1 as sign, c.* from report.counted_row c) r
  cross join lateral report.places(r.place) as p (place)
 group by p.place, r.item_id;

-- The figures as they stand: what is folded, and what is not yet.
create view report.current_figure as
select place, item_id, sum(rows)::bigint as rows,
       sum(quantity)::bigint as quantity,
       sum(self_raised)::bigint as self_raised,
       sum(industry)::bigint as industry,
       sum(sponsor)::bigint as sponsor,
       sum(local)::bigint as local,
       sum(waiting)::bigint as waiting,
       sum(returned)::bigint as returned,
       sum(rejected)::bigint as rejected,
       sum(approved)::bigint as approved,
       sum(approved_quantity)::bigint as approved_quantity,
       sum(approved_self_raised)::bigint as approved_self_raised,
       sum(approved_industry)::bigint as approved_industry,
       sum(approved_sponsor)::bigint as approved_sponsor,
       sum(approved_local)::bigint as approved_local
  from (select place, item_id, rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected,
               approved, approved_quantity, approved_self_raised, approved_industry, approved_sponsor,
               approved_local
          from report.figure
        union all
        select p.place, item_id, rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected,
               approved, approved_quantity, approved_self_raised, approved_industry, approved_sponsor,
               approved_local
          from report.figure_change c
          cross join lateral report.places(c.place) as p (place)) as both_parts
 group by place, item_id;

-- Whether whoever writes in bulk will have everything counted anew, by report.recount(), before the transaction ends.
create function report.counted_later() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('chengjie.counted_later', true), '') = 'on';

-- One row of a school changed. Drafts never get here: saving a form costs the sums nothing.
create function report.row_changed() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into report.figure_change (place, item_id, rows, quantity, self_raised, industry, sponsor, local, waiting,
                                      returned, rejected, approved, approved_quantity, approved_self_raised,
                                      approved_industry, approved_sponsor, approved_local)
    select report.place(u.path, u.city), r.item_id, sum(r.sign)::bigint as rows,
           sum(r.sign * coalesce(r.quantity, 0))::bigint as quantity,
           sum(r.sign * coalesce(r.self_raised, 0))::bigint as self_raised,
           sum(r.sign * coalesce(r.industry, 0))::bigint as industry,
           sum(r.sign * coalesce(r.sponsor, 0))::bigint as sponsor,
           sum(r.sign * coalesce(r.local, 0))::bigint as local,
           coalesce(sum(r.sign) filter (where r.stage = 'SUBMITTED'), 0)::bigint as waiting,
           coalesce(sum(r.sign) filter (where r.stage = 'RETURNED'), 0)::bigint as returned,
           coalesce(sum(r.sign) filter (where r.stage = 'REJECTED'), 0)::bigint as rejected,
           coalesce(sum(r.sign) filter (where r.stage = 'APPROVED'), 0)::bigint as approved,
           coalesce(sum(r.sign * coalesce(r.quantity, 0)) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_quantity,
           coalesce(sum(r.sign * r.self_raised) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_self_raised,
           coalesce(sum(r.sign * r.industry) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_industry,
           coalesce(sum(r.sign * r.sponsor) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_sponsor,
           coalesce(sum(r.sign * r.local) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_local
      from (select 1 as sign, new.* union all select -1, old.*) as r
      join filing.filing f on f.id = r.filing_id
      join organisation.unit u on u.id = f.school_id and u.closed_at is null
     where r.undertaken and r.stage <> 'DRAFT'
     group by 1, 2;
    if old.stage is distinct from new.stage or old.filing_id is distinct from new.filing_id then
        insert into report.school_change (school_id)
        select distinct f.school_id from filing.filing f where f.id in (new.filing_id, old.filing_id);
    end if;
    return null;
end
$$;

create trigger row_added after insert on filing.undertaking for each row
    when (new.stage <> 'DRAFT' and not report.counted_later())
    execute function report.row_changed();
create trigger row_removed after delete on filing.undertaking for each row
    when (old.stage <> 'DRAFT')
    execute function report.row_changed();
create trigger row_changed after update on filing.undertaking for each row
    when ((old.stage <> 'DRAFT' or new.stage <> 'DRAFT') and not report.counted_later()
          and (old.filing_id, old.undertaken, old.stage, old.quantity, old.self_raised, old.industry, old.sponsor, old.local)
              is distinct from
              (new.filing_id, new.undertaken, new.stage, new.quantity, new.self_raised, new.industry, new.sponsor, new.local))
    execute function report.row_changed();

-- What a form has submitted is counted in another place from now on; null is nowhere.
create function report.carry(filing bigint, old_place text, new_place text) returns void
    language sql security definer set search_path = pg_catalog
as $$
    insert into report.figure_change (place, item_id, rows, quantity, self_raised, industry, sponsor, local,
                                      waiting, returned, rejected, approved, approved_quantity,
                                      approved_self_raised, approved_industry, approved_sponsor, approved_local)
    select place, item_id, sum(r.sign)::bigint as rows,
           sum(r.sign * coalesce(r.quantity, 0))::bigint as quantity,
           sum(r.sign * coalesce(r.self_raised, 0))::bigint as self_raised,
           sum(r.sign * coalesce(r.industry, 0))::bigint as industry,
           sum(r.sign * coalesce(r.sponsor, 0))::bigint as sponsor,
           sum(r.sign * coalesce(r.local, 0))::bigint as local,
           coalesce(sum(r.sign) filter (where r.stage = 'SUBMITTED'), 0)::bigint as waiting,
           coalesce(sum(r.sign) filter (where r.stage = 'RETURNED'), 0)::bigint as returned,
           coalesce(sum(r.sign) filter (where r.stage = 'REJECTED'), 0)::bigint as rejected,
           coalesce(sum(r.sign) filter (where r.stage = 'APPROVED'), 0)::bigint as approved,
           coalesce(sum(r.sign * coalesce(r.quantity, 0)) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_quantity,
           coalesce(sum(r.sign * r.self_raised) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_self_raised,
           coalesce(sum(r.sign * r.industry) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_industry,
           coalesce(sum(r.sign * r.sponsor) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_sponsor,
           coalesce(sum(r.sign * r.local) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_local
      from (select m.sign, m.place, r.*
              from filing.undertaking r
              cross join (values (-1, old_place), (1, new_place)) as m (sign, place)
             where r.filing_id = filing and r.undertaken and r.stage <> 'DRAFT' and m.place is not null) as r
     group by place, item_id
$$;

-- How many schools of a place stand where; report.school is the standing that was counted for each.
create table report.school (
    school_id bigint primary key,
    place     text   not null collate "C",
    standing  text   not null
) with (fillfactor = 80);
create table report.tally (
    place    text   not null collate "C",
    standing text   not null,
    schools  bigint not null,
    primary key (place, standing)
) with (fillfactor = 70);

-- Schools that may stand elsewhere by now.
create table report.school_change (
    school_id bigint not null
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

create view report.current_school as
select id as school_id, report.place(path, city) as place, standing from review.school;

-- The schools as they stand: what is folded, and what is not yet.
create view report.current_tally as
select place, standing, sum(schools)::bigint as schools
  from (select place, standing, schools from report.tally
        union all
        select p.place, m.standing, m.sign
          from (select -1 as sign, s.place, s.standing
                  from report.school s
                 where s.school_id in (select school_id from report.school_change)
                union all
                select 1, n.place, n.standing
                  from report.current_school n
                 where n.school_id in (select school_id from report.school_change)) as m
          cross join lateral report.places(m.place) as p (place)) as both_parts
 group by place, standing;

create function report.filing_changed() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into report.school_change (school_id) values (new.school_id);
    if tg_op = 'UPDATE' and old.school_id <> new.school_id then
        insert into report.school_change (school_id) values (old.school_id);
        perform report.carry(new.id,
                    (select report.place(path, city) from organisation.unit where id = old.school_id and closed_at is null),
                    (select report.place(path, city) from organisation.unit where id = new.school_id and closed_at is null));
    end if;
    return null;
end
$$;
create trigger filing_added after insert on filing.filing for each row
    when (not report.counted_later())
    execute function report.filing_changed();
create trigger filing_changed after update on filing.filing for each row
    when (not report.counted_later() and (old.school_id, old.submitted_at is null, old.review_started_at is null)
          is distinct from (new.school_id, new.submitted_at is null, new.review_started_at is null))
    execute function report.filing_changed();

create function report.account_changed() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into report.school_change (school_id) values (new.unit_id);
    return null;
end
$$;
create trigger account_first_used after update on account.account for each row
    when (new.main and not report.counted_later() and (old.first_signed_in_at is null) <> (new.first_signed_in_at is null))
    execute function report.account_changed();

-- A school is added, moves, or is closed: what it has submitted leaves the one place and comes to the other. Its form
-- is held first, so that no submission of it is under way.
create function report.unit_changed() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into report.school_change (school_id) values (new.id);
    if tg_op = 'UPDATE' then
        perform from filing.filing f where f.school_id = new.id for update;
        perform report.carry(f.id, case when old.closed_at is null then report.place(old.path, old.city) end,
                                   case when new.closed_at is null then report.place(new.path, new.city) end)
           from filing.filing f
          where f.school_id = new.id;
    end if;
    return null;
end
$$;
create trigger unit_added after insert on organisation.unit for each row
    when (new.tier = 'SCHOOL' and not report.counted_later())
    execute function report.unit_changed();
create trigger unit_changed after update on organisation.unit for each row
    when (new.tier = 'SCHOOL'
          and (old.path, old.city, old.closed_at is null) is distinct from (new.path, new.city, new.closed_at is null))
    execute function report.unit_changed();

-- Adds the logs to the sums; answers how many lines there were. One at a time does: who comes second has nothing to do.
create function report.fold() returns bigint
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    lines bigint;
begin
    if not pg_try_advisory_xact_lock(hashtext('report.fold')) then
        return 0;
    end if;
    with gone as (
        delete from report.figure_change returning *
    ), folded as (
        insert into report.figure as f (place, item_id, rows, quantity, self_raised, industry, sponsor, local,
                                         waiting, returned, rejected, approved, approved_quantity,
                                         approved_self_raised, approved_industry, approved_sponsor, approved_local)
        select p.place, item_id, sum(rows)::bigint as rows,
               sum(quantity)::bigint as quantity,
               sum(self_raised)::bigint as self_raised,
               sum(industry)::bigint as industry,
               sum(sponsor)::bigint as sponsor,
               sum(local)::bigint as local,
               sum(waiting)::bigint as waiting,
               sum(returned)::bigint as returned,
               sum(rejected)::bigint as rejected,
               sum(approved)::bigint as approved,
               sum(approved_quantity)::bigint as approved_quantity,
               sum(approved_self_raised)::bigint as approved_self_raised,
               sum(approved_industry)::bigint as approved_industry,
               sum(approved_sponsor)::bigint as approved_sponsor,
               sum(approved_local)::bigint as approved_local
          from gone
          cross join lateral report.places(gone.place) as p (place)
         group by p.place, item_id
        on conflict (place, item_id) do update set
           rows = f.rows + excluded.rows,
           quantity = f.quantity + excluded.quantity,
           self_raised = f.self_raised + excluded.self_raised,
           industry = f.industry + excluded.industry,
           sponsor = f.sponsor + excluded.sponsor,
           local = f.local + excluded.local,
           waiting = f.waiting + excluded.waiting,
           returned = f.returned + excluded.returned,
           rejected = f.rejected + excluded.rejected,
           approved = f.approved + excluded.approved,
           approved_quantity = f.approved_quantity + excluded.approved_quantity,
           approved_self_raised = f.approved_self_raised + excluded.approved_self_raised,
           approved_industry = f.approved_industry + excluded.approved_industry,
           approved_sponsor = f.approved_sponsor + excluded.approved_sponsor,
           approved_local = f.approved_local + excluded.approved_local)
    select count(*) into lines from gone;
    return lines + report.settle();
end
$$;

-- Counts the schools of the log where they stand now.
create function report.settle() returns bigint
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    changed bigint[];
begin
    with gone as (delete from report.school_change returning school_id)
    select array_agg(distinct school_id) into changed from gone;
    if changed is null then
        return 0;
    end if;
    -- In one statement, which sees one moment: what comes after is in the log again.
    with before as (
        select school_id, place, standing from report.school where school_id = any (changed)
    ), now as (
        select school_id, place, standing from report.current_school where school_id = any (changed)
    ), kept as (
        insert into report.school as s (school_id, place, standing)
        select school_id, place, standing from now
        on conflict (school_id) do update set place = excluded.place, standing = excluded.standing
         where (s.place, s.standing) is distinct from (excluded.place, excluded.standing)
    ), left_out as (
        delete from report.school where school_id in (select school_id from before except select school_id from now)
    )
    insert into report.tally as t (place, standing, schools)
    select p.place, m.standing, sum(m.sign)
      from (select -1 as sign, place, standing from before union all select 1, place, standing from now) as m
      cross join lateral report.places(m.place) as p (place)
     group by p.place, m.standing
    having sum(m.sign) <> 0
    on conflict (place, standing) do update set schools = t.schools + excluded.schools;
    return cardinality(changed);
end
$$;

-- Counts everything anew from the rows, while nobody writes: after rows were written in bulk, or to mend a difference.
create function report.recount() returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    lock table report.figure_change, report.school_change in access exclusive mode;
    perform pg_advisory_xact_lock(hashtext('report.fold'));
    truncate report.figure_change, report.school_change, report.figure, report.school, report.tally;
    insert into report.figure select * from report.counted_figure;
    insert into report.school select school_id, place, standing from report.current_school;
    insert into report.tally
    select p.place, s.standing, count(*)
      from report.school s
      cross join lateral report.places(s.place) as p (place)
     group by p.place, s.standing;
    perform report.count_days(date '2000-01-01');
    -- The planner knows nothing of rows that came in one go until somebody counts them.
    analyze report.figure, report.school, report.tally;
end
$$;

-- Where what is kept differs from what the rows say, figure by figure: empty, or something is wrong (spec P6).
create view report.difference as
select 'FIGURE' as about, coalesce(k.place, c.place) as place, i.id as item_id, i.no as subject, n.name,
       coalesce(n.kept, 0) as kept, coalesce(n.counted, 0) as counted
  from report.current_figure k
  full join report.counted_figure c on c.place = k.place and c.item_id = k.item_id
  join plan.item i on i.id = coalesce(k.item_id, c.item_id)
  cross join lateral (values
       ('rows', k.rows, c.rows),
       ('quantity', k.quantity, c.quantity),
       ('self_raised', k.self_raised, c.self_raised),
       ('industry', k.industry, c.industry),
       ('sponsor', k.sponsor, c.sponsor),
       ('local', k.local, c.local),
       ('waiting', k.waiting, c.waiting),
       ('returned', k.returned, c.returned),
       ('rejected', k.rejected, c.rejected),
       ('approved', k.approved, c.approved),
       ('approved_quantity', k.approved_quantity, c.approved_quantity),
       ('approved_self_raised', k.approved_self_raised, c.approved_self_raised),
       ('approved_industry', k.approved_industry, c.approved_industry),
       ('approved_sponsor', k.approved_sponsor, c.approved_sponsor),
       ('approved_local', k.approved_local, c.approved_local)) as n (name, kept, counted)
 where coalesce(n.kept, 0) <> coalesce(n.counted, 0)
union all
select 'TALLY', coalesce(k.place, c.place), null, coalesce(k.standing, c.standing), 'schools',
       coalesce(k.schools, 0), coalesce(c.schools, 0)
  from report.current_tally k
  full join (select p.place, s.standing, count(*) as schools
               from report.current_school s
               cross join lateral report.places(s.place) as p (place)
              group by p.place, s.standing) c on c.place = k.place and c.standing = k.standing
 where coalesce(k.schools, 0) <> coalesce(c.schools, 0);

-- What the provinces undertake themselves, and their own funds (spec P2, P3): a line for each, few enough to be summed.
create view report.own_figure as
select o.province_path as place, o.item_id, o.undertaken::int as rows,
       case when o.undertaken then coalesce(o.quantity, 0) else 0 end as quantity, coalesce(o.funds, 0) as funds
  from provincial.own_row o
 where o.undertaken or o.funds is not null;

-- What this module needs to know of items and of schools.
create view report.item as select id, plan_id, task_no, position, title from plan.item;
create view report.unit as select id, code, name from organisation.unit;

-- Where each province stands with the current plan (spec P4).
drop view report.province;
create view report.province as
select p.code, p.name, p.path, w.opens, w.closes, l.receipt_no, l.submitted_at, l.returned_at
  from organisation.unit p
  left join filing.filing_window w on w.province_id = p.id and w.plan_id = (select max(id) from plan.plan)
  left join provincial.latest l on l.province_id = p.id
 where p.tier = 'PROVINCE';

-- A school with what it has submitted.
create view report.school_figure as
select s.id, s.code, s.name, s.kind, s.path, report.place(s.path, s.city) as place, s.standing, s.submitted_at, t.*
  from review.school s
  cross join lateral (
      select count(*) as rows,
             count(distinct i.task_no) as tasks,
             coalesce(sum(r.quantity), 0)::bigint as quantity,
             coalesce(sum(r.self_raised), 0)::bigint as self_raised,
             coalesce(sum(r.industry), 0)::bigint as industry,
             coalesce(sum(r.sponsor), 0)::bigint as sponsor,
             coalesce(sum(r.local), 0)::bigint as local,
             count(*) filter (where r.stage = 'SUBMITTED') as waiting,
             count(*) filter (where r.stage = 'RETURNED') as returned,
             count(*) filter (where r.stage = 'REJECTED') as rejected,
             count(*) filter (where r.stage = 'APPROVED') as approved,
             coalesce(sum(r.quantity) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_quantity,
             coalesce(sum(r.self_raised) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_self_raised,
             coalesce(sum(r.industry) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_industry,
             coalesce(sum(r.sponsor) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_sponsor,
             coalesce(sum(r.local) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_local
        from filing.filing f
        join filing.undertaking r on r.filing_id = f.id and r.undertaken and r.stage <> 'DRAFT'
        join plan.item i on i.id = r.item_id
       where f.school_id = s.id and f.plan_id = (select max(id) from plan.plan)) t;

-- How busy each day was, by province: counted anew every minute for the last two days, and then left alone.
create table report.day (
    day         date   not null,
    place       text   not null collate "C",
    saves       bigint not null,
    submissions bigint not null,
    approvals   bigint not null,
    primary key (day, place)
);
create index move_at on filing.move using brin (at);
create index submission_at on filing.submission using brin (submitted_at);
create index saving_day on filing.saving using brin (day);

create function report.count_days(since date) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into report.day as d (day, place, saves, submissions, approvals)
    select day, place, sum(saves), sum(submissions), sum(approvals)
      from (select s.day, f.school_path as path, s.saves, 0 as submissions, 0 as approvals
              from filing.saving s
              join filing.filing f on f.id = s.filing_id
             where s.day >= since
            union all
            select (s.submitted_at at time zone 'Asia/Shanghai')::date, f.school_path, 0, 1, 0
              from filing.submission s
              join filing.filing f on f.id = s.filing_id
             where s.submitted_at >= since::timestamp at time zone 'Asia/Shanghai'
            union all
            select (m.at at time zone 'Asia/Shanghai')::date, m.school_path, 0, 0, 1
              from filing.move m
             where m.step = 'APPROVE' and m.at >= since::timestamp at time zone 'Asia/Shanghai') as done
      cross join lateral (select '/' || split_part(path, '/', 2) || '/' || split_part(path, '/', 3) || '/') as p (place)
     group by day, place
    on conflict (day, place) do update
       set saves = excluded.saves, submissions = excluded.submissions, approvals = excluded.approvals
     where (d.saves, d.submissions, d.approvals) is distinct from
           (excluded.saves, excluded.submissions, excluded.approvals);
end
$$;
-- Every time all was counted anew from the rows: when, how long it took, and how much differed (spec P6).
create table report.reconciliation (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    took_millis bigint      not null,
    rows        bigint      not null,
    differences bigint      not null
);

select report.recount();
