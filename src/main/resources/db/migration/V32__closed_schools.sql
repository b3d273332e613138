-- A closed school is in no list and in no total, but can still be read (spec P1): any_school is all of them, school
-- those that count.
create view review.any_school as
select u.id, u.code, u.name, u.kind, u.city, u.path,
       f.submitted_at, f.saved_at,
       case
           when f.submitted_at is not null and f.review_started_at is null then 'SUBMITTED'
           when f.submitted_at is not null and t.waiting + t.returned > 0 then 'UNDER_REVIEW'
           when f.submitted_at is not null then 'DECIDED'
           when f.id is not null or a.first_signed_in_at is not null then 'FILLING_IN'
           else 'NOT_SIGNED_IN'
       end as standing,
       t.rows, t.tasks, t.waiting, t.approved, t.returned, t.rejected,
       t.self_raised, t.industry, t.sponsor, t.local,
       t.approved_self_raised, t.approved_industry, t.approved_sponsor, t.approved_local,
       u.closed_at
  from organisation.unit u
  left join account.account a on a.unit_id = u.id and a.main
  left join filing.filing f on f.school_id = u.id and f.plan_id = (select max(id) from plan.plan)
  cross join lateral (
      select count(*) as rows,
             count(distinct i.task_no) as tasks,
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
             coalesce(sum(r.local) filter (where r.stage = 'APPROVED'), 0)::bigint as approved_local
        from filing.undertaking r
        join plan.item i on i.id = r.item_id
       where r.filing_id = f.id and r.undertaken) t
 where u.tier = 'SCHOOL';

-- report.province reads this one, and so leaves the closed out, too.
create or replace view review.school as
select id, code, name, kind, city, path, submitted_at, saved_at, standing,
       rows, tasks, waiting, approved, returned, rejected,
       self_raised, industry, sponsor, local,
       approved_self_raised, approved_industry, approved_sponsor, approved_local
  from review.any_school
 where closed_at is null;
