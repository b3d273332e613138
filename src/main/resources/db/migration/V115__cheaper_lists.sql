-- A province's list of schools reads the rows of each school once, and its plan's items only where the tasks are shown:
-- the columns that a statement does not ask for cost it nothing.
create or replace view review.any_school as
select u.id, u.code, u.name, u.kind, u.city, u.path,
       f.submitted_at, f.saved_at,
       case
           when f.submitted_at is not null and f.review_started_at is null then 'SUBMITTED'
           when f.submitted_at is not null and t.waiting + t.returned > 0 then 'UNDER_REVIEW'
           when f.submitted_at is not null then 'DECIDED'
           when f.id is not null or a.first_signed_in_at is not null then 'FILLING_IN'
           else 'NOT_SIGNED_IN'
       end as standing,
       t.rows,
       (select count(distinct i.task_no)
          from filing.undertaking r
          join plan.item i on i.id = r.item_id
         where r.filing_id = f.id and r.undertaken) as tasks,
       t.waiting, t.approved, t.returned, t.rejected,
       t.self_raised, t.industry, t.sponsor, t.local,
       t.approved_self_raised, t.approved_industry, t.approved_sponsor, t.approved_local,
       u.closed_at, t.changed_at as rows_changed_at, t.resubmitted
  from organisation.unit u
  left join account.account a on a.unit_id = u.id and a.main
  left join filing.filing f on f.school_id = u.id and f.plan_id = (select id from plan.current)
  -- What is not undertaken is a draft without amounts, so only the rows must be told apart.
  cross join lateral (
      select count(*) filter (where r.undertaken) as rows,
             count(*) filter (where r.stage = 'SUBMITTED') as waiting,
             count(*) filter (where r.stage = 'APPROVED') as approved,
             count(*) filter (where r.stage = 'RETURNED') as returned,
             count(*) filter (where r.stage = 'REJECTED') as rejected,
             coalesce(sum(r.self_raised), 0)::bigint as self_raised,
             coalesce(sum(r.industry), 0)::bigint as industry,
             coalesce(sum(r.sponsor), 0)::bigint as sponsor,
             coalesce(sum(r.local), 0)::bigint as local,
             coalesce(sum(r.self_raised) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_self_raised,
             coalesce(sum(r.industry) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_industry,
             coalesce(sum(r.sponsor) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_sponsor,
             coalesce(sum(r.local) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_local,
             max(r.changed_at) as changed_at,
             count(*) filter (where r.stage = 'SUBMITTED' and r.returns > 0) as resubmitted
        from filing.undertaking r
       where r.filing_id = f.id) t
 where u.tier = 'SCHOOL';

create or replace view review.school as
select id, code, name, kind, city, path, submitted_at, saved_at, standing,
       rows, tasks, waiting, approved, returned, rejected,
       self_raised, industry, sponsor, local,
       approved_self_raised, approved_industry, approved_sponsor, approved_local,
       rows_changed_at, resubmitted
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
                     when 'FILLING_IN' then '4' else '5' end as turn
  from review.school;

-- The schools of that list with rows waiting, and where they stand in it, without counting how many.
create view review.waiting as
select u.id, u.path, case when f.review_started_at is null then '1' else '2' end || u.code as place
  from filing.filing f
  join organisation.unit u on u.id = f.school_id and u.closed_at is null
 where f.plan_id = (select id from plan.current)
   and f.submitted_at is not null
   and exists (select from filing.undertaking r where r.filing_id = f.id and r.stage = 'SUBMITTED');

-- While nothing is in the log the figures stand as they are folded. As soon as something is, those that are asked for are
-- picked from both parts by their place, and added up. (Setting apart only those that the log has lines for read all
-- figures there are.) Whether there is anything is asked once a statement, and decides which half of it runs.
create or replace view report.current_figure as
select place, item_id,
       rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected, approved,
       approved_quantity, approved_self_raised, approved_industry, approved_sponsor, approved_local
  from report.figure
 where not exists (select from report.figure_change)
union all
select place, item_id,
       sum(rows)::bigint as rows,
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
  from (select place, item_id,
               rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected, approved,
               approved_quantity, approved_self_raised, approved_industry, approved_sponsor, approved_local
          from report.figure
        union all
        select p.place, item_id,
               rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected, approved,
               approved_quantity, approved_self_raised, approved_industry, approved_sponsor, approved_local
          from report.figure_change c
          cross join lateral report.places(c.place) as p (place)) as both_parts
 where exists (select from report.figure_change)
 group by place, item_id;
