-- What a row pays for its totals and for the guard over published figures, when it is handed in or decided on: it was
-- most of what PostgreSQL did for a submit. Drafts never get here, as before.

-- A line of the log names the school, too, whose standing may be another one by now: no second line for that. Empty where
-- report.school_change tells it anyway.
alter table report.figure_change add column school_id bigint;

-- What the row counted for is taken off, what it counts for is added; the place is looked up where the line is made.
create or replace function report.row_changed() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into report.figure_change (school_id, place, item_id, rows, quantity, self_raised, industry, sponsor, local,
                                      waiting, returned, rejected, approved, approved_quantity, approved_self_raised,
                                      approved_industry, approved_sponsor, approved_local)
    select f.school_id, report.place(u.path, u.city), r.item_id, r.sign,
           r.sign * coalesce(r.quantity, 0),
           r.sign * coalesce(r.self_raised, 0),
           r.sign * coalesce(r.industry, 0),
           r.sign * coalesce(r.sponsor, 0),
           r.sign * coalesce(r.local, 0),
           case when r.stage = 'SUBMITTED' then r.sign else 0 end,
           case when r.stage = 'RETURNED' then r.sign else 0 end,
           case when r.stage = 'REJECTED' then r.sign else 0 end,
           case when r.stage = 'APPROVED' then r.sign else 0 end,
           case when r.stage = 'APPROVED' then r.sign * coalesce(r.quantity, 0) else 0 end,
           case when r.stage = 'APPROVED' then r.sign * r.self_raised else 0 end,
           case when r.stage = 'APPROVED' then r.sign * r.industry else 0 end,
           case when r.stage = 'APPROVED' then r.sign * r.sponsor else 0 end,
           case when r.stage = 'APPROVED' then r.sign * r.local else 0 end
      from (select 1 as sign, new.* union all select -1, old.*) as r
      join filing.filing f on f.id = r.filing_id
      join organisation.unit u on u.id = f.school_id and u.closed_at is null
     where r.undertaken and r.stage <> 'DRAFT';
    return null;
end
$$;

-- Schools whose standing may be another one by now, counted once and looked up by their ids: a join with the log would read
-- every school of the country.
create or replace view report.current_tally as
select place, standing, sum(schools)::bigint as schools
  from (select place, standing, schools from report.tally
        union all
        select p.place, m.standing, m.sign
          from (select -1 as sign, s.place, s.standing
                  from report.school s
                 where s.school_id = any (array(select school_id from report.school_change
                                                union select school_id from report.figure_change))
                union all
                select 1, n.place, n.standing
                  from report.current_school n
                 where n.school_id = any (array(select school_id from report.school_change
                                                union select school_id from report.figure_change))) as m
          cross join lateral report.places(m.place) as p (place)) as both_parts
 group by place, standing;

drop function report.settle();

-- Counts the schools of the log where they stand now, and those that are named besides.
create function report.settle(besides bigint[]) returns bigint
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    changed bigint[];
begin
    with gone as (delete from report.school_change returning school_id)
    select array_agg(distinct school_id) into changed
      from (select school_id from gone union all select unnest(besides)) as told
     where school_id is not null;
    if changed is null then
        return 0;
    end if;
    -- In one statement, which sees one moment: what comes after is in the log again.
    with before as (
        select school_id, place, standing from report.school where school_id = any (changed)
    ), now as (
        select school_id, place, standing from report.current_school where school_id = any (changed)
    ), kept as (
        insert into report.school as s (school_id, place, standing)
        select school_id, place, standing from now
        on conflict (school_id) do update set place = excluded.place, standing = excluded.standing
         where (s.place, s.standing) is distinct from (excluded.place, excluded.standing)
    ), left_out as (
        delete from report.school where school_id in (select school_id from before except select school_id from now)
    )
    insert into report.tally as t (place, standing, schools)
    select p.place, m.standing, sum(m.sign)
      from (select -1 as sign, place, standing from before union all select 1, place, standing from now) as m
      cross join lateral report.places(m.place) as p (place)
     group by p.place, m.standing
    having sum(m.sign) <> 0
    on conflict (place, standing) do update set schools = t.schools + excluded.schools;
    return cardinality(changed);
end
$$;

-- Adds the logs to the sums; answers how many lines there were. One at a time does: who comes second has nothing to do.
create or replace function report.fold() returns bigint
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    lines bigint;
    schools bigint[];
begin
    if not pg_try_advisory_xact_lock(hashtext('report.fold')) then
        return 0;
    end if;
    with gone as (
        delete from report.figure_change returning *
    ), folded as (
        insert into report.figure as f (place, item_id, rows, quantity, self_raised, industry, sponsor, local,
                                         waiting, returned, rejected, approved, approved_quantity,
                                         approved_self_raised, approved_industry, approved_sponsor, approved_local)
        select p.place, item_id, sum(rows)::bigint as rows,
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
          from gone
          cross join lateral report.places(gone.place) as p (place)
         group by p.place, item_id
        on conflict (place, item_id) do update set
           rows = f.rows + excluded.rows,
           quantity = f.quantity + excluded.quantity,
           self_raised = f.self_raised + excluded.self_raised,
           industry = f.industry + excluded.industry,
           sponsor = f.sponsor + excluded.sponsor,
           local = f.local + excluded.local,
           waiting = f.waiting + excluded.waiting,
           returned = f.returned + excluded.returned,
           rejected = f.rejected + excluded.rejected,
           approved = f.approved + excluded.approved,
           approved_quantity = f.approved_quantity + excluded.approved_quantity,
           approved_self_raised = f.approved_self_raised + excluded.approved_self_raised,
           approved_industry = f.approved_industry + excluded.approved_industry,
           approved_sponsor = f.approved_sponsor + excluded.approved_sponsor,
           approved_local = f.approved_local + excluded.approved_local)
    select count(*), array_agg(distinct school_id) into lines, schools from gone;
    return lines + report.settle(schools);
end
$$;

-- The guard asks first whether the province has published anything at all, and asks as the owner, whom no wall of other
-- tables keeps: only where it has do the rest of the questions come. It comes after the row, where it can: one that comes
-- before an update locks each row a second time, a draft's too.
create index window_published on filing.filing_window (province_id) where published_at is not null;

create or replace function publication.keep_row() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if exists (select from filing.filing_window w
                where w.published_at is not null
                  and w.province_id in (split_part(old.school_path, '/', 3)::bigint,
                                        split_part(new.school_path, '/', 3)::bigint)) then
        if tg_op <> 'INSERT' and publication.is_published(
                old.school_path, (select f.plan_id from filing.filing f where f.id = old.filing_id))
           and (tg_op = 'DELETE' or old.filing_id <> new.filing_id or old.item_id <> new.item_id
                or not publication.adjusts(new)) then
            perform publication.refuse();
        end if;
        if tg_op <> 'DELETE' and publication.is_published(
                new.school_path, (select f.plan_id from filing.filing f where f.id = new.filing_id))
           and not publication.adjusts(new) then
            perform publication.refuse();
        end if;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

drop trigger published_insert on filing.undertaking;
drop trigger published_update on filing.undertaking;
create trigger published_insert after insert on filing.undertaking
    for each row when (new.stage <> 'DRAFT') execute function publication.keep_row();
create trigger published_update after update on filing.undertaking
    for each row when (
        (old.stage <> 'DRAFT' or new.stage <> 'DRAFT')
        and (old.filing_id, old.item_id, old.undertaken, old.stage, old.quantity, old.self_raised, old.industry, old.sponsor,
             old.local, split_part(old.school_path, '/', 3))
            is distinct from
            (new.filing_id, new.item_id, new.undertaken, new.stage, new.quantity, new.self_raised, new.industry, new.sponsor,
             new.local, split_part(new.school_path, '/', 3)))
    execute function publication.keep_row();

-- What a copy is made of, so that it need not be read back once it is kept.
create view filing.wording as
select id, task_no, position, no, title, unit from plan.wording;
