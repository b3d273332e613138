-- What was filed on a plan that another one has followed: to be read and exported, and by no page changed (spec C1).
create view filing.past_school as
select f.plan_id, f.school_id, f.school_path, u.code, u.name, u.city, f.submitted_at, f.receipt_no,
       t.rows, t.approved, t.self_raised, t.industry, t.sponsor, t.local
  from filing.filing f
  join plan.plan p on p.id = f.plan_id and p.state = 'CLOSED'
  join organisation.unit u on u.id = f.school_id
  cross join lateral (
      select count(*)::int as rows,
             count(*) filter (where r.stage = 'APPROVED')::int as approved,
             coalesce(sum(r.self_raised), 0)::bigint as self_raised,
             coalesce(sum(r.industry), 0)::bigint as industry,
             coalesce(sum(r.sponsor), 0)::bigint as sponsor,
             coalesce(sum(r.local), 0)::bigint as local
        from filing.undertaking r
       where r.filing_id = f.id and r.undertaken) t;

create view filing.past_row as
select f.plan_id, r.school_path, u.code, u.name, u.city, i.no as item_no, i.title, i.unit, i.position, r.stage,
       r.quantity, r.self_raised, r.industry, r.sponsor, r.local
  from filing.undertaking r
  join filing.filing f on f.id = r.filing_id
  join plan.plan p on p.id = f.plan_id and p.state = 'CLOSED'
  join organisation.unit u on u.id = f.school_id
  join plan.item i on i.id = r.item_id
 where r.undertaken;
