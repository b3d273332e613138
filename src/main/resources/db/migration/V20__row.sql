-- What is usual in a province for an item: how many rows ask for it, their median quantity and total, by kind of
-- school and, where kind is '', over all kinds. Kept only where there are enough rows to speak of; refreshed from
-- the rows in one statement, never the truth.
create table review.norm (
    province_id     bigint not null references organisation.unit,
    item_id         bigint not null references plan.item,
    kind            text   not null,
    rows            int    not null,
    median_quantity bigint,
    median_total    bigint not null,
    primary key (province_id, item_id, kind)
);

-- When a province's norms were last computed.
create table review.norm_age (
    province_id bigint      primary key references organisation.unit,
    at          timestamptz not null
);

-- The rows that a province reviews: undertaken, of a form that stands submitted, of a school that is not closed
-- (spec R4). The one place where the lists read the tables of other modules; norms are of the row's kind of school
-- where there are enough such rows, else of all kinds.
create view review.row as
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
       coalesce(k.median_total, a.median_total) as median_total
  from filing.undertaking r
  join filing.filing f on f.id = r.filing_id and f.submitted_at is not null
                      and f.plan_id = (select max(id) from plan.plan)
  join organisation.unit u on u.id = f.school_id and u.closed_at is null
  join plan.item i on i.id = r.item_id
  left join review.opinion o on o.undertaking_id = r.id
  left join review.norm k on k.province_id = split_part(r.school_path, '/', 3)::bigint
                         and k.item_id = r.item_id and k.kind = u.kind
  left join review.norm a on a.province_id = split_part(r.school_path, '/', 3)::bigint
                         and a.item_id = r.item_id and a.kind = ''
 where r.undertaken and r.stage <> 'DRAFT';
