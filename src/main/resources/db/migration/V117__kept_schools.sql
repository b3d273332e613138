-- What the province's desk and lists show of a school is kept with its standing: counted by whoever folds the log, for the
-- schools that the log names. Only of a form that stands submitted: what is still being filled in changes with every
-- save, and a save keeps no sums. A form that is not submitted, and one that the log names, is counted when it is read.

-- Each time that a school is counted it gets another number: what was worked out from its rows holds as long as that stays.
create sequence report.counting;
alter table report.school
    add column counted              bigint not null default nextval('report.counting'),
    add column rows                 bigint not null default 0,
    add column quantity             bigint not null default 0,
    add column waiting              bigint not null default 0,
    add column returned             bigint not null default 0,
    add column rejected             bigint not null default 0,
    add column approved             bigint not null default 0,
    add column resubmitted          bigint not null default 0,
    add column self_raised          bigint not null default 0,
    add column industry             bigint not null default 0,
    add column sponsor              bigint not null default 0,
    add column local                bigint not null default 0,
    add column approved_self_raised bigint not null default 0,
    add column approved_industry    bigint not null default 0,
    add column approved_sponsor     bigint not null default 0,
    add column approved_local       bigint not null default 0,
    add column rows_changed_at      timestamptz;

-- The sums of a form, counted from its rows. What is not undertaken is a draft without amounts, so only the rows must be
-- told apart.
create function review.counted(form bigint)
    returns table (rows bigint, quantity bigint, waiting bigint, returned bigint, rejected bigint, approved bigint,
                   resubmitted bigint, self_raised bigint, industry bigint, sponsor bigint, local bigint,
                   approved_self_raised bigint, approved_industry bigint, approved_sponsor bigint, approved_local bigint,
                   rows_changed_at timestamptz)
    language sql stable rows 1
as $$
    select count(*) filter (where r.undertaken),
           coalesce(sum(r.quantity), 0)::bigint,
           count(*) filter (where r.stage = 'SUBMITTED'),
           count(*) filter (where r.stage = 'RETURNED'),
           count(*) filter (where r.stage = 'REJECTED'),
           count(*) filter (where r.stage = 'APPROVED'),
           count(*) filter (where r.stage = 'SUBMITTED' and r.returns > 0),
           coalesce(sum(r.self_raised), 0)::bigint,
           coalesce(sum(r.industry), 0)::bigint,
           coalesce(sum(r.sponsor), 0)::bigint,
           coalesce(sum(r.local), 0)::bigint,
           coalesce(sum(r.self_raised) filter (where r.stage = 'APPROVED'), 0)::bigint,
           coalesce(sum(r.industry) filter (where r.stage = 'APPROVED'), 0)::bigint,
           coalesce(sum(r.sponsor) filter (where r.stage = 'APPROVED'), 0)::bigint,
           coalesce(sum(r.local) filter (where r.stage = 'APPROVED'), 0)::bigint,
           max(r.changed_at)
      from filing.undertaking r
     where r.filing_id = form
$$;

create function review.standing(submitted_at timestamptz, review_started_at timestamptz, undecided bigint, begun boolean)
    returns text
    language sql immutable parallel safe
    return case
        when submitted_at is not null and review_started_at is null then 'SUBMITTED'
        when submitted_at is not null and undecided > 0 then 'UNDER_REVIEW'
        when submitted_at is not null then 'DECIDED'
        when begun then 'FILLING_IN'
        else 'NOT_SIGNED_IN'
    end;

-- Where each school that is not closed stands, and its sums: counted from the rows, slow, and the truth.
create or replace view report.current_school as
select u.id as school_id, report.place(u.path, u.city) as place,
       review.standing(f.submitted_at, f.review_started_at, t.waiting + t.returned,
                       f.id is not null or a.first_signed_in_at is not null) as standing,
       f.submitted_at is not null as submitted, t.*
  from organisation.unit u
  left join account.account a on a.unit_id = u.id and a.main
  left join filing.filing f on f.school_id = u.id and f.plan_id = (select id from plan.current)
  cross join lateral review.counted(f.id) t
 where u.tier = 'SCHOOL' and u.closed_at is null;

-- The schools that the logs name, whosever they are: to ask for the place of each would read all schools there are. It
-- steps over the wall, and tells no more than the numbers of schools that have just been at work.
create function report.changing() returns setof bigint
    language sql stable rows 100 set chengjie.reach = '/'
as $$
    select school_id from report.school_change
    union all
    select school_id from report.figure_change where school_id is not null
$$;

-- A school's sums as they are kept, where they are and hold, else as they are counted now.
create or replace view review.any_school as
select u.id, u.code, u.name, u.kind, u.city, u.path,
       f.submitted_at, f.saved_at,
       review.standing(f.submitted_at, f.review_started_at, t.waiting + t.returned,
                       f.id is not null or a.first_signed_in_at is not null) as standing,
       t.rows,
       (select count(distinct i.task_no)
          from filing.undertaking r
          join plan.item i on i.id = r.item_id
         where r.filing_id = f.id and r.undertaken) as tasks,
       t.waiting, t.approved, t.returned, t.rejected,
       t.self_raised, t.industry, t.sponsor, t.local,
       t.approved_self_raised, t.approved_industry, t.approved_sponsor, t.approved_local,
       u.closed_at, t.rows_changed_at, t.resubmitted, t.quantity
  from organisation.unit u
  left join account.account a on a.unit_id = u.id and a.main
  left join filing.filing f on f.school_id = u.id and f.plan_id = (select id from plan.current)
  left join report.school k on k.school_id = u.id and f.submitted_at is not null and u.closed_at is null
                           and u.id not in (select report.changing())
  cross join lateral (
      select k.rows, k.quantity, k.waiting, k.returned, k.rejected, k.approved, k.resubmitted,
             k.self_raised, k.industry, k.sponsor, k.local,
             k.approved_self_raised, k.approved_industry, k.approved_sponsor, k.approved_local, k.rows_changed_at
       where k.school_id is not null
      union all
      select c.* from review.counted(f.id) c where k.school_id is null) t
 where u.tier = 'SCHOOL';

create or replace view review.school as
select id, code, name, kind, city, path, submitted_at, saved_at, standing,
       rows, tasks, waiting, approved, returned, rejected,
       self_raised, industry, sponsor, local,
       approved_self_raised, approved_industry, approved_sponsor, approved_local,
       rows_changed_at, resubmitted, quantity
  from review.any_school
 where closed_at is null;

create or replace view review.listed as
select id, code, name, kind, city, path, submitted_at, saved_at, standing,
       rows, tasks, waiting, approved, returned, rejected,
       self_raised, industry, sponsor, local,
       approved_self_raised, approved_industry, approved_sponsor, approved_local,
       self_raised + industry + sponsor + local as total,
       -- Never null, so that the list can be sorted and paged by it.
       coalesce(greatest(saved_at, submitted_at, rows_changed_at), timestamptz '1970-01-01 00:00Z') as changed_at,
       resubmitted,
       case standing when 'SUBMITTED' then '1' when 'UNDER_REVIEW' then '2' when 'DECIDED' then '3'
                     when 'FILLING_IN' then '4' else '5' end as turn,
       quantity
  from review.school;

-- Counts the schools of the log where they stand now, and those that are named besides.
create or replace function report.settle(besides bigint[]) returns bigint
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    changed bigint[];
begin
    with gone as (delete from report.school_change returning school_id)
    select array_agg(distinct school_id) into changed
      from (select school_id from gone union all select unnest(besides)) as told
     where school_id is not null;
    if changed is null then
        return 0;
    end if;
    -- In one statement, which sees one moment: what comes after is in the log again.
    with before as (
        select school_id, place, standing from report.school where school_id = any (changed)
    ), now as materialized (
        select * from report.current_school where school_id = any (changed)
    ), kept as (
        insert into report.school as s (school_id, place, standing, rows, quantity, waiting, returned, rejected, approved,
                                        resubmitted, self_raised, industry, sponsor, local, approved_self_raised,
                                        approved_industry, approved_sponsor, approved_local, rows_changed_at)
        select school_id, place, standing, rows, quantity, waiting, returned, rejected, approved,
               resubmitted, self_raised, industry, sponsor, local, approved_self_raised,
               approved_industry, approved_sponsor, approved_local, rows_changed_at
          from now
        on conflict (school_id) do update set
           place = excluded.place,
           standing = excluded.standing,
           counted = excluded.counted,
           rows = excluded.rows,
           quantity = excluded.quantity,
           waiting = excluded.waiting,
           returned = excluded.returned,
           rejected = excluded.rejected,
           approved = excluded.approved,
           resubmitted = excluded.resubmitted,
           self_raised = excluded.self_raised,
           industry = excluded.industry,
           sponsor = excluded.sponsor,
           local = excluded.local,
           approved_self_raised = excluded.approved_self_raised,
           approved_industry = excluded.approved_industry,
           approved_sponsor = excluded.approved_sponsor,
           approved_local = excluded.approved_local,
           rows_changed_at = excluded.rows_changed_at
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
create or replace function report.recount() returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    lock table report.figure_change, report.school_change in access exclusive mode;
    perform pg_advisory_xact_lock(hashtext('report.fold'));
    truncate report.figure_change, report.school_change, report.figure, report.school, report.tally;
    insert into report.figure select * from report.counted_figure;
    perform report.settle(array(select id from organisation.unit where tier = 'SCHOOL'));
    perform report.count_days(date '2000-01-01');
    -- The planner knows nothing of rows that came in one go until somebody counts them.
    analyze report.figure, report.school, report.tally;
end
$$;

-- A line of the log also where only the moment of a change is another: it is kept of a school.
create or replace trigger row_changed after update on filing.undertaking for each row
    when ((old.stage <> 'DRAFT' or new.stage <> 'DRAFT') and not report.counted_later()
          and (old.filing_id, old.undertaken, old.stage, old.quantity, old.self_raised, old.industry, old.sponsor, old.local,
               old.changed_at, old.returns)
              is distinct from
              (new.filing_id, new.undertaken, new.stage, new.quantity, new.self_raised, new.industry, new.sponsor, new.local,
               new.changed_at, new.returns))
    execute function report.row_changed();

-- Where what is kept differs from what the rows say: empty, or something is wrong (spec P6).
alter view report.difference rename to difference_of_places;
create view report.difference as
select about, place, item_id, subject, name, kept, counted from report.difference_of_places
union all
select 'SCHOOL', c.place, null, u.code || ' ' || u.name, n.name, n.kept, n.counted
  from report.school k
  join report.current_school c on c.school_id = k.school_id and c.submitted
  join organisation.unit u on u.id = k.school_id
  cross join lateral (values
       ('rows', k.rows, c.rows),
       ('quantity', k.quantity, c.quantity),
       ('waiting', k.waiting, c.waiting),
       ('returned', k.returned, c.returned),
       ('rejected', k.rejected, c.rejected),
       ('approved', k.approved, c.approved),
       ('resubmitted', k.resubmitted, c.resubmitted),
       ('self_raised', k.self_raised, c.self_raised),
       ('industry', k.industry, c.industry),
       ('sponsor', k.sponsor, c.sponsor),
       ('local', k.local, c.local),
       ('approved_self_raised', k.approved_self_raised, c.approved_self_raised),
       ('approved_industry', k.approved_industry, c.approved_industry),
       ('approved_sponsor', k.approved_sponsor, c.approved_sponsor),
       ('approved_local', k.approved_local, c.approved_local),
       ('changed_at', (extract(epoch from k.rows_changed_at) * 1000000)::bigint,
                      (extract(epoch from c.rows_changed_at) * 1000000)::bigint)) as n (name, kept, counted)
 where k.school_id not in (select report.changing())
   and n.kept is distinct from n.counted;

-- What a city says of a row, and whether the school has submitted the row again since.
create view review.said_opinion as
select o.undertaking_id, o.agrees, o.words, o.at,
       exists (select from filing.move m
                where m.undertaking_id = o.undertaking_id and m.step = 'SUBMIT'
                  and m.version > o.row_version and m.at > o.at) as outdated
  from review.opinion o;

-- Whoever does not ask for opinions or norms is not made to join them. Where the school lies is where the row does: a
-- reach that is asked of both reads neither table beyond it.
create or replace view review.row as
select r.id, r.school_path as path, split_part(r.school_path, '/', 3)::bigint as province_id,
       f.school_id, u.code, u.name, u.kind, u.city,
       i.id as item_id, i.no as item_no, i.position, i.task_no, i.title, i.unit, i.takes_quantity, i.national_target,
       r.stage, r.version, r.quantity, r.self_raised, r.industry, r.sponsor, r.local,
       coalesce(r.self_raised, 0) + coalesce(r.industry, 0) + coalesce(r.sponsor, 0) + coalesce(r.local, 0) as total,
       r.changed_at, r.changed_name, r.returns, f.submitted_at,
       case when o.undertaking_id is null or o.outdated then 'NONE'
            when o.agrees then 'AGREES' else 'DISAGREES' end as opinion,
       case when o.outdated then '' else coalesce(o.words, '') end as opinion_words,
       k.item_id is not null as norm_of_kind,
       coalesce(k.median_quantity, a.median_quantity) as median_quantity,
       coalesce(k.median_total, a.median_total) as median_total,
       case when not o.outdated then o.at end as opinion_at,
       u.path as school_place
  from filing.undertaking r
  join filing.filing f on f.id = r.filing_id and f.submitted_at is not null
                      and f.plan_id = (select id from plan.current)
  join organisation.unit u on u.id = f.school_id and u.closed_at is null
  left join plan.item i on i.id = r.item_id
  left join review.said_opinion o on o.undertaking_id = r.id
  left join review.norm k on k.province_id = split_part(r.school_path, '/', 3)::bigint
                         and k.item_id = r.item_id and k.kind = u.kind
  left join review.norm a on a.province_id = split_part(r.school_path, '/', 3)::bigint
                         and a.item_id = r.item_id and a.kind = ''
 where r.undertaken and r.stage <> 'DRAFT';

-- The schools of a reach in the order of their codes, and which cities they lie in.
create or replace view review.place as
select path, city, id, code from organisation.unit where tier = 'SCHOOL' and closed_at is null;

-- What the schools of a province or of a city take on, item by item, whatever was decided on it (report.place).
create view review.taken as
select t.place, t.item_id, i.no as item_no, i.title, i.position, t.rows, t.waiting, t.approved, t.quantity,
       t.approved_quantity, t.self_raised, t.industry, t.sponsor, t.local
  from report.current_figure t
  join plan.item i on i.id = t.item_id
 where t.rows > 0 and i.plan_id = (select id from plan.current);

-- The rows with a mark are few. They are kept as they were told when the norms were reckoned, with what the telling hangs
-- on besides: the school as it was counted, its kind, and the plan.
create table review.marking (
    province_id bigint not null references organisation.unit,
    school_id   bigint not null,
    counted     bigint not null,
    kind        text   not null,
    revision    bigint not null,
    primary key (province_id, school_id)
);
create table review.marked (
    province_id    bigint  not null references organisation.unit,
    undertaking_id bigint  not null,
    school_id      bigint  not null,
    item_id        bigint  not null,
    total          bigint  not null,
    weight         int     not null,
    in_yuan        boolean not null,
    primary key (province_id, undertaking_id)
);

-- The forms that stand submitted, and whether the marks of their rows still are as they were told.
create view review.marking_of as
select u.id as school_id, u.path, s.counted, u.kind, p.revision, m.school_id is not null as holds
  from plan.current p
  join filing.filing f on f.plan_id = p.id and f.submitted_at is not null
  join organisation.unit u on u.id = f.school_id and u.closed_at is null
  left join report.school s on s.school_id = u.id and u.id not in (select report.changing())
  left join review.marking m on m.province_id = split_part(u.path, '/', 3)::bigint and m.school_id = u.id
                            and m.counted = s.counted and m.kind = u.kind and m.revision = p.revision;

-- The schools there are, as of now.
select report.settle(array(select school_id from report.school));
