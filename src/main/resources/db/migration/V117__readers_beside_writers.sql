-- Who reads the totals while thousands write pays for what has changed in the last second or two, and for nothing else.

-- While nothing is in the log the figures stand as they are folded. As soon as something is, those that are asked for are
-- picked from both parts by their place, and added up. (Setting apart only those that the log has lines for read all
-- figures there are.) Whether there is anything is asked once a statement, and decides which half of it runs.
create or replace view report.current_figure as
select place, item_id,
       rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected, approved,
       approved_quantity, approved_self_raised, approved_industry, approved_sponsor, approved_local
  from report.figure
 where not exists (select from report.figure_change)
union all
select place, item_id,
       sum(rows)::bigint as rows,
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
  from (select place, item_id,
               rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected, approved,
               approved_quantity, approved_self_raised, approved_industry, approved_sponsor, approved_local
          from report.figure
        union all
        select p.place, item_id,
               rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected, approved,
               approved_quantity, approved_self_raised, approved_industry, approved_sponsor, approved_local
          from report.figure_change c
          cross join lateral report.places(c.place) as p (place)) as both_parts
 where exists (select from report.figure_change)
 group by place, item_id;

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
