-- What a city says of a row as it is now: an opinion from before the school submitted the row again is none (spec R6).
create view review.present_opinion as
select o.undertaking_id, o.agrees, o.words, o.at
  from review.opinion o
 where not exists (select from filing.move m
                    where m.undertaking_id = o.undertaking_id and m.step = 'SUBMIT'
                      and m.version > o.row_version and m.at > o.at);

create or replace view review.told_opinion as
select o.undertaking_id, o.school_path, f.school_id, o.agrees, o.words, o.row_version, o.at, o.by_name,
       not exists (select from review.present_opinion p where p.undertaking_id = o.undertaking_id) as outdated
  from review.opinion o
  join filing.undertaking r on r.id = o.undertaking_id
  join filing.filing f on f.id = r.filing_id;

-- The province's list tells of, filters by and counts only those.
create or replace view review.row as
select r.id, r.school_path as path, split_part(r.school_path, '/', 3)::bigint as province_id,
       f.school_id, u.code, u.name, u.kind, u.city,
       i.id as item_id, i.no as item_no, i.position, i.task_no, i.title, i.unit, i.takes_quantity, i.national_target,
       r.stage, r.version, r.quantity, r.self_raised, r.industry, r.sponsor, r.local,
       coalesce(r.self_raised, 0) + coalesce(r.industry, 0) + coalesce(r.sponsor, 0) + coalesce(r.local, 0) as total,
       r.changed_at, r.changed_name, r.returns, f.submitted_at,
       case when o.agrees then 'AGREES' when o.undertaking_id is not null then 'DISAGREES' else 'NONE' end as opinion,
       coalesce(o.words, '') as opinion_words,
       k.item_id is not null as norm_of_kind,
       coalesce(k.median_quantity, a.median_quantity) as median_quantity,
       coalesce(k.median_total, a.median_total) as median_total,
       o.at as opinion_at
  from filing.undertaking r
  join filing.filing f on f.id = r.filing_id and f.submitted_at is not null
                      and f.plan_id = (select max(id) from plan.plan)
  join organisation.unit u on u.id = f.school_id and u.closed_at is null
  join plan.item i on i.id = r.item_id
  left join review.present_opinion o on o.undertaking_id = r.id
  left join review.norm k on k.province_id = split_part(r.school_path, '/', 3)::bigint
                         and k.item_id = r.item_id and k.kind = u.kind
  left join review.norm a on a.province_id = split_part(r.school_path, '/', 3)::bigint
                         and a.item_id = r.item_id and a.kind = ''
 where r.undertaken and r.stage <> 'DRAFT';
