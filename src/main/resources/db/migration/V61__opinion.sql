-- 不同意 owes words (spec R6).
alter table review.opinion
    add constraint words_given check (agrees or words <> ''),
    add constraint words_fit check (length(words) <= 500);

-- An opinion as it is to be read: outdated where the school has submitted the row again since. A decision of the
-- province changes the row's version too, but not what the city spoke of.
create view review.told_opinion as
select o.undertaking_id, o.school_path, f.school_id, o.agrees, o.words, o.row_version, o.at, o.by_name,
       exists (select from filing.move m
                where m.undertaking_id = o.undertaking_id and m.step = 'SUBMIT' and m.at > o.at) as outdated
  from review.opinion o
  join filing.undertaking r on r.id = o.undertaking_id
  join filing.filing f on f.id = r.filing_id;

-- The filing that every change of its rows holds: a city holds it too, so that what it speaks of stands still.
create view review.held_filing as
select id, school_id, school_path
  from filing.filing
 where submitted_at is not null and plan_id = (select max(id) from plan.plan);
