-- What the province's desk counts: the schools that are asked for a filing, each in the line of the table of cities
-- that it belongs to. A school of which no city is known is 省直.
create view review.desk_school as
select s.id, s.code, s.name, s.kind, s.path, s.standing, s.submitted_at, s.rows, s.waiting, s.approved, s.returned,
       s.rejected, s.self_raised, s.industry, s.sponsor, s.local, s.approved_self_raised, s.approved_industry,
       s.approved_sponsor, s.approved_local,
       coalesce(nullif(s.city, ''), '省直') as city,
       -- Cities stand in the order of their codes, where the province has them as units.
       case when s.city = '' then '' else coalesce(c.code, '~') end as city_order
  from review.school s
  join organisation.unit u on u.id = s.id
  left join (select parent_id, name, min(code) as code
               from organisation.unit
              where tier = 'CITY'
              group by parent_id, name) c
         on c.name = s.city and c.parent_id = split_part(u.path, '/', 3)::bigint
 where u.closed_at is null;

-- The moves of rows by their time: what has happened since somebody looked.
create index move_reach on filing.move (school_path, at);
create view review.desk_move as
select m.school_path, m.step, m.at, f.school_id, u.name as school_name,
       f.submitted_at is not null as submitted
  from filing.move m
  join filing.filing f on f.id = m.filing_id
  join organisation.unit u on u.id = f.school_id
 where f.plan_id = (select max(id) from plan.plan)
   and u.closed_at is null;

-- When each school submitted its form for the first time.
create view review.first_submission as
select f.id as filing_id, f.school_path, u.kind, min(s.submitted_at) as at
  from filing.filing f
  join filing.submission s on s.filing_id = f.id
  join organisation.unit u on u.id = f.school_id
 where f.plan_id = (select max(id) from plan.plan)
   and u.closed_at is null
 group by f.id, f.school_path, u.kind;

-- 省财政投入, the fifth source, which the desk adds to the four of the schools (spec P2). Nobody keeps it yet: whoever
-- does replaces this view by one with the same columns, a line for each province.
create view review.provincial_funds as
select null::bigint as province_id, 0::bigint as yuan where false;
