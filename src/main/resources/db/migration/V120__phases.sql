-- The ministry's pages tell what it has accepted and published, too (spec P4).
create or replace view report.province as
select p.code, p.name, p.path, w.opens, w.closes, l.receipt_no, l.submitted_at, l.returned_at, l.accepted_at, l.published_at
  from organisation.unit p
  left join filing.filing_window w on w.province_id = p.id and w.plan_id = (select max(id) from plan.plan)
  left join provincial.latest l on l.province_id = p.id
 where p.tier = 'PROVINCE';
