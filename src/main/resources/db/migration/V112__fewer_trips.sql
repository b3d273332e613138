-- A save asks and tells the same few things every time. What it asks is answered in two trips, what it tells goes with the
-- third and the commit; and none of it takes more of the database than it must.

-- Most who come need no second factor and are not a school's colleague: what is asked of those others is asked only then.
create or replace function account.holder(hash bytea, idle_since timestamptz, oldest timestamptz)
    returns table (id bigint, user_name text, contact_name text, role text, initial_password boolean, unit_id bigint,
                   tier text, unit_name text, code text, path text, seen_at timestamptz, must_enrol boolean)
    language plpgsql stable set chengjie.reach = '/' as $$
declare
    main boolean;
    asked boolean;
begin
    select a.id, a.user_name, a.contact_name, a.role, a.initial_password, u.id, u.tier, u.name, u.code, u.path, l.seen_at,
           a.main, r.second_factor_required
      into id, user_name, contact_name, role, initial_password, unit_id, tier, unit_name, code, path, seen_at, main, asked
      from account.login l
      join account.account a on a.id = l.account_id
      join organisation.unit u on u.id = a.unit_id
     cross join account.rule r
     where l.token_hash = hash
       and a.disabled_at is null
       and l.seen_at > idle_since
       and l.started_at > oldest
       and u.closed_at is null;
    if not found
       or tier = 'SCHOOL' and not main and exists (
              select from account.account o where o.unit_id = holder.unit_id and o.main and o.disabled_at is not null) then
        return;
    end if;
    must_enrol := asked and tier in ('PROVINCE', 'MINISTRY') and not exists (
        select from account.second_factor f where f.account_id = holder.id and f.confirmed_at is not null);
    return next;
end $$;

-- The terms may stand in one answer with the rows, which have versions of their own.
drop function filing.hold(text, text, bigint, bigint);
drop function filing.terms(bigint, bigint, bigint);

create function filing.terms(plan bigint, province bigint, school bigint)
    returns table (opens date, closes date, revision_closes date, note text, window_version bigint, sealed boolean,
                   published boolean, extended_to date, withheld bigint[])
    language sql stable as $$
    select w.opens, w.closes, w.revision_closes, w.note, w.version, w.sealed_at is not null, w.published_at is not null,
           (select case when e.ended_at is null then e.last_day end
              from filing.extension e
             where e.school_id = school and e.plan_id = w.plan_id
             order by e.id desc limit 1),
           array(select item_id from filing.withheld_item where province_id = province)
      from (values (1)) as one
      left join filing.filing_window w on w.plan_id = plan and w.province_id = province
$$;

-- Holds whatever a school's change of its form hangs on until the transaction ends: the current plan, the school's place
-- in the register, the form if there is one; in this order, as everybody does who holds more than one of them. Then the
-- form is told with its rows, a line for each: a statement of its own, which sees what was committed while the one before
-- waited. The reach is what the caller has told the connection with the same statement, before any of it is looked at.
create function filing.hold(reach text, place text, province bigint, school bigint)
    returns table (revision bigint, stands boolean, opens date, closes date, revision_closes date,
                   note text, window_version bigint, sealed boolean, published boolean, extended_to date, withheld bigint[],
                   filing_id bigint, school_id bigint, school_path text, first_saved_at timestamptz, saved_at timestamptz,
                   submitted_at timestamptz, receipt_no text, review_started_at timestamptz,
                   id bigint, item_id bigint, undertaken boolean, stage text, quantity bigint, self_raised bigint,
                   industry bigint, sponsor bigint, local bigint, version bigint, changed_at timestamptz, changed_name text)
    language plpgsql volatile as $$
#variable_conflict use_column
declare
    held_revision bigint := plan.hold_current();
    current_plan bigint := (select c.id from plan.current c);
    still_there boolean;
    form filing.filing;
begin
    select u.path = place and u.closed_at is null into still_there
      from organisation.unit u where u.id = school for share;
    select f.* into form
      from filing.filing f
     where f.plan_id = current_plan and f.school_id = school and starts_with(f.school_path, place)
       for update;
    return query
    select coalesce(held_revision, 0), coalesce(still_there, false), t.*,
           form.id, form.school_id, form.school_path, form.first_saved_at, form.saved_at,
           form.submitted_at, form.receipt_no, form.review_started_at,
           r.id, r.item_id, r.undertaken, r.stage, r.quantity, r.self_raised,
           r.industry, r.sponsor, r.local, r.version, r.changed_at, r.changed_name
      from filing.terms(current_plan, province, school) t
      left join filing.undertaking r on r.filing_id = form.id;
end $$;

-- A run of saves lies at its school's place, like the form, and need not ask the form where that is.
alter table filing.saving add column school_path text collate "C";
update filing.saving s set school_path = f.school_path from filing.filing f where f.id = s.filing_id;
alter table filing.saving alter column school_path set not null;

-- Notes a save, on the form itself and in its run: the last of this person and day goes on unless rows have moved since.
-- Moves of this very moment belong to the same deed. The form is held by whoever calls.
create function filing.note_save(filing bigint, place text, at timestamptz, day date, account bigint, name text)
    returns void language plpgsql volatile as $$
#variable_conflict use_variable
declare
    run bigint;
    until timestamptz;
begin
    update filing.filing f set saved_at = at where f.id = filing;
    select s.id, s.last_at into run, until
      from filing.saving s
     where s.filing_id = filing and s.by_account = account and s.day = note_save.day
     order by s.id desc
     limit 1;
    if run is null or exists (
            select from filing.move m where m.filing_id = filing and m.at >= until and m.at < note_save.at) then
        insert into filing.saving (filing_id, school_path, day, by_account, by_name, first_at, last_at)
        values (filing, place, day, account, name, at, at);
    else
        update filing.saving s set last_at = greatest(s.last_at, note_save.at), saves = s.saves + 1 where s.id = run;
    end if;
end $$;
