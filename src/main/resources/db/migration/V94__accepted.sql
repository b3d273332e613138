-- 核对通过: the ministry takes what a province handed in as it is; it may think again until it has published (spec P4, P5).
alter table provincial.submission
    add accepted_at   timestamptz,
    add accepted_by   bigint references account.account,
    add accepted_name text not null default '',
    add constraint accepted_by_somebody check ((accepted_at is null) = (accepted_by is null)),
    add constraint returned_or_accepted check (accepted_at is null or returned_at is null);

create or replace view provincial.latest as
select distinct on (s.province_id) s.province_id, s.province_path, s.receipt_no, s.submitted_at, s.returned_at,
       s.return_reason, s.accepted_at
  from provincial.submission s
 where s.plan_id = (select max(id) from plan.plan)
 order by s.province_id, s.id desc;
