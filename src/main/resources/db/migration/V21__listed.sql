-- The schools of a province's list: those that are not closed, with what the list filters and sorts by. turn is the
-- place of the standing in the list: whoever waits for a decision comes first.
create view review.listed as
select s.*,
       s.self_raised + s.industry + s.sponsor + s.local as total,
       -- Never null, so that the list can be sorted and paged by it.
       coalesce(greatest(s.saved_at, s.submitted_at, t.changed_at), timestamptz '1970-01-01 00:00Z') as changed_at,
       t.resubmitted,
       case s.standing when 'SUBMITTED' then '1' when 'UNDER_REVIEW' then '2' when 'DECIDED' then '3'
                       when 'FILLING_IN' then '4' else '5' end as turn
  from review.school s
  join organisation.unit u on u.id = s.id and u.closed_at is null
  left join filing.filing f on f.school_id = s.id and f.plan_id = (select max(id) from plan.plan)
  cross join lateral (
      select max(r.changed_at) as changed_at,
             count(*) filter (where r.undertaken and r.stage = 'SUBMITTED' and r.returns > 0) as resubmitted
        from filing.undertaking r
       where r.filing_id = f.id) t;

-- Where schools lie: which cities a list can be narrowed to.
create view review.place as
select path, city from organisation.unit where tier = 'SCHOOL' and closed_at is null;
