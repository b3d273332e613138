-- A save asks whether rows of its form have moved since the one before: by time, not through all moves that there ever were.
drop index filing.move_filing;
create index move_filing on filing.move (filing_id, at);

-- Asked once for a form, not once for each of its rows.
create or replace function filing.terms(plan bigint, province bigint, school bigint)
    returns table (opens date, closes date, revision_closes date, note text, window_version bigint, sealed boolean,
                   published boolean, extended_to date, withheld bigint[])
    language sql stable as $$
    select w.opens, w.closes, w.revision_closes, w.note, w.version, w.sealed_at is not null, w.published_at is not null,
           e.last_day, array(select item_id from filing.withheld_item where province_id = province)
      from (values (1)) as one
      left join filing.filing_window w on w.plan_id = plan and w.province_id = province
      left join lateral (select case when x.ended_at is null then x.last_day end as last_day
                           from filing.extension x
                          where x.school_id = school and x.plan_id = w.plan_id
                          order by x.id desc limit 1) as e on true
$$;
