-- What every request and every save ask costs by the statement: a function's condition with a sub-select in it is one, even
-- where the rest of the condition has decided already; and the condition of a trigger is read anew with each statement.

-- A colleague of a school, and an office that may need a second factor, are asked about only where there is one.
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
    if not found then
        return;
    end if;
    if tier = 'SCHOOL' and not main then
        perform from account.account o where o.unit_id = holder.unit_id and o.main and o.disabled_at is not null;
        if found then
            return;
        end if;
    end if;
    must_enrol := false;
    if asked and tier in ('PROVINCE', 'MINISTRY') then
        must_enrol := not exists (
            select from account.second_factor f where f.account_id = holder.id and f.confirmed_at is not null);
    end if;
    return next;
end $$;

-- What is held comes with the version that rows get which are written now. So whoever writes knows what will stand, and the
-- write can go with the commit, like the run of saves and the audit entry.
drop function filing.hold(text, text, bigint, bigint);

-- Holds whatever a school's change of its form hangs on until the transaction ends: the current plan, the school's place
-- in the register, the form if there is one; in this order, as everybody does who holds more than one of them. Then the
-- form is told with its rows, a line for each: a statement of its own, which sees what was committed while the one before
-- waited. The reach is what the caller has told the connection with the same statement, before any of it is looked at.
create function filing.hold(reach text, place text, province bigint, school bigint)
    returns table (revision bigint, stands boolean, next_version bigint, opens date, closes date, revision_closes date,
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
    next bigint := nextval('filing.version');
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
    select coalesce(held_revision, 0), coalesce(still_there, false), next, t.*,
           form.id, form.school_id, form.school_path, form.first_saved_at, form.saved_at,
           form.submitted_at, form.receipt_no, form.review_started_at,
           r.id, r.item_id, r.undertaken, r.stage, r.quantity, r.self_raised,
           r.industry, r.sponsor, r.local, r.version, r.changed_at, r.changed_name
      from filing.terms(current_plan, province, school) t
      left join filing.undertaking r on r.filing_id = form.id;
end $$;

-- For a write whose form is held and that yet found a row changed; whoever sent it may send it again.
create function filing.refuse_write() returns void language plpgsql volatile as $$
begin
    raise exception 'a row has changed although its form is held' using errcode = 'serialization_failure';
end $$;

-- Notes a save, on the form itself and in its run: the last of this person and day goes on unless rows have moved since.
-- Moves of this very moment belong to the same deed. The form is held by whoever calls.
create or replace function filing.note_save(filing bigint, place text, at timestamptz, day date, account bigint, name text)
    returns void language plpgsql volatile as $$
#variable_conflict use_variable
begin
    update filing.filing f set saved_at = at where f.id = filing;
    update filing.saving s
       set last_at = greatest(s.last_at, at), saves = s.saves + 1
     where s.id = (select l.id
                     from filing.saving l
                    where l.filing_id = filing and l.by_account = account and l.day = note_save.day
                    order by l.id desc
                    limit 1)
       and not exists (select from filing.move m where m.filing_id = filing and m.at >= s.last_at and m.at < note_save.at);
    if not found then
        insert into filing.saving (filing_id, school_path, day, by_account, by_name, first_at, last_at)
        values (filing, place, day, account, name, at, at);
    end if;
end $$;

-- A save touches none of these columns.
drop trigger filing_changed on filing.filing;
create trigger filing_changed after update of school_id, submitted_at, review_started_at on filing.filing for each row
    when (not report.counted_later() and (old.school_id, old.submitted_at is null, old.review_started_at is null)
          is distinct from (new.school_id, new.submitted_at is null, new.review_started_at is null))
    execute function report.filing_changed();

drop trigger published_update on filing.filing;
create trigger published_update before update of plan_id, school_id, submitted_at, receipt_no on filing.filing
    for each row when (
        (old.plan_id, old.school_id, old.submitted_at is null, old.receipt_no)
        is distinct from (new.plan_id, new.school_id, new.submitted_at is null, new.receipt_no))
    execute function publication.keep_form();
