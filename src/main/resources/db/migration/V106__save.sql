-- A save asks the same few things every time, and each trip to the database costs it more than the answer: here they are
-- answered together.

-- Who holds a sign-in. That is asked before anybody is known, and so from beyond the wall; a function that steps over it
-- by itself spares the connection from being told twice.
create function account.holder(hash bytea, idle_since timestamptz, oldest timestamptz)
    returns table (id bigint, user_name text, contact_name text, role text, initial_password boolean, unit_id bigint,
                   tier text, unit_name text, code text, path text, seen_at timestamptz, must_enrol boolean)
    language plpgsql stable set chengjie.reach = '/' as $$
begin
    return query
    select a.id, a.user_name, a.contact_name, a.role, a.initial_password, u.id, u.tier, u.name, u.code, u.path, l.seen_at,
           r.second_factor_required and u.tier in ('PROVINCE', 'MINISTRY') and not exists (
               select from account.second_factor f where f.account_id = a.id and f.confirmed_at is not null)
      from account.login l
      join account.account a on a.id = l.account_id
      join organisation.unit u on u.id = a.unit_id
     cross join account.rule r
      left join account.account o on o.unit_id = a.unit_id and o.main and u.tier = 'SCHOOL'
     where l.token_hash = hash
       and a.disabled_at is null
       and o.disabled_at is null
       and l.seen_at > idle_since
       and l.started_at > oldest
       and u.closed_at is null;
end $$;

-- On what terms a school of the province files, with the day that it was given itself and what is withheld.
create function filing.terms(plan bigint, province bigint, school bigint)
    returns table (opens date, closes date, revision_closes date, note text, version bigint, sealed boolean,
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
-- in the register, the form if there is one; in this order, as everybody does who holds more than one of them. Each
-- statement sees what was committed while the one before waited. The reach is what the caller has told the connection with
-- the same statement, before any of it is looked at.
create function filing.hold(reach text, place text, province bigint, school bigint)
    returns table (revision bigint, stands boolean, filing_id bigint, opens date, closes date, revision_closes date,
                   note text, version bigint, sealed boolean, published boolean, extended_to date, withheld bigint[])
    language plpgsql volatile as $$
declare
    held_revision bigint := plan.hold_current();
    current_plan bigint := (select c.id from plan.current c);
    still_there boolean;
    held_form bigint;
begin
    select u.path = place and u.closed_at is null into still_there
      from organisation.unit u where u.id = school for share;
    select f.id into held_form
      from filing.filing f
     where f.plan_id = current_plan and f.school_id = school and starts_with(f.school_path, place)
       for update;
    return query
    select coalesce(held_revision, 0), coalesce(still_there, false), held_form, t.*
      from filing.terms(current_plan, province, school) t;
end $$;
