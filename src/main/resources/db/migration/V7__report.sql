create schema report;

-- Where each province stands with the current plan: what the ministry sees of it (spec P4).
create view report.province as
select p.id, p.code, p.name, w.opens, w.closes,
       count(s.id) as schools,
       count(s.id) filter (where s.standing <> 'NOT_SIGNED_IN') as started,
       count(s.id) filter (where s.standing in ('SUBMITTED', 'UNDER_REVIEW', 'DECIDED')) as submitted,
       count(s.id) filter (where s.standing = 'DECIDED') as decided,
       coalesce(sum(s.rows) filter (where s.submitted_at is not null), 0)::bigint as rows,
       coalesce(sum(s.self_raised) filter (where s.submitted_at is not null), 0)::bigint as self_raised,
       coalesce(sum(s.industry) filter (where s.submitted_at is not null), 0)::bigint as industry,
       coalesce(sum(s.sponsor) filter (where s.submitted_at is not null), 0)::bigint as sponsor,
       coalesce(sum(s.local) filter (where s.submitted_at is not null), 0)::bigint as local,
       coalesce(sum(s.approved_self_raised + s.approved_industry + s.approved_sponsor + s.approved_local), 0)::bigint
           as approved
  from organisation.unit p
  left join filing.filing_window w on w.province_id = p.id and w.plan_id = (select max(id) from plan.plan)
  left join review.school s on starts_with(s.path, p.path)
 where p.tier = 'PROVINCE'
 group by p.id, p.code, p.name, w.opens, w.closes;
