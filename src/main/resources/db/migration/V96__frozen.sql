-- The rows behind published figures do not move, whatever asks for it (spec P5). What a row says of itself without being a
-- figure, such as the path of a school that moved within its province, may still follow.
create function publication.is_published(path text, plan bigint) returns boolean language sql stable as $$
    select exists (select from filing.filing_window w
                    where w.plan_id = plan and w.province_id = split_part(path, '/', 3)::bigint
                      and w.published_at is not null)
$$;

create function publication.refuse() returns void language plpgsql as $$
begin
    raise exception 'Published figures move by adjustment only' using errcode = 'integrity_constraint_violation';
end $$;

-- A school's row: a draft is no figure, so whoever fills a form in pays nothing for this.
create function publication.keep_row() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and publication.is_published(
            old.school_path, (select f.plan_id from filing.filing f where f.id = old.filing_id)) then
        perform publication.refuse();
    end if;
    if tg_op <> 'DELETE' and publication.is_published(
            new.school_path, (select f.plan_id from filing.filing f where f.id = new.filing_id)) then
        perform publication.refuse();
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger published_insert before insert on filing.undertaking
    for each row when (new.stage <> 'DRAFT') execute function publication.keep_row();
create trigger published_delete before delete on filing.undertaking
    for each row when (old.stage <> 'DRAFT') execute function publication.keep_row();
create trigger published_update before update on filing.undertaking
    for each row when (
        (old.stage <> 'DRAFT' or new.stage <> 'DRAFT')
        and (old.filing_id, old.item_id, old.undertaken, old.stage, old.quantity, old.self_raised, old.industry, old.sponsor,
             old.local, split_part(old.school_path, '/', 3))
            is distinct from
            (new.filing_id, new.item_id, new.undertaken, new.stage, new.quantity, new.self_raised, new.industry, new.sponsor,
             new.local, split_part(new.school_path, '/', 3)))
    execute function publication.keep_row();

-- Whose a form is, and whether it stands submitted.
create function publication.keep_form() returns trigger language plpgsql as $$
begin
    if publication.is_published(old.school_path, old.plan_id) then
        perform publication.refuse();
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger published_update before update on filing.filing
    for each row when (
        (old.plan_id, old.school_id, old.submitted_at is null, old.receipt_no)
        is distinct from (new.plan_id, new.school_id, new.submitted_at is null, new.receipt_no))
    execute function publication.keep_form();
create trigger published_delete before delete on filing.filing
    for each row execute function publication.keep_form();

-- What a province does about an item itself.
create function publication.keep_own() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and publication.is_published(
            old.province_path, (select i.plan_id from plan.item i where i.id = old.item_id)) then
        perform publication.refuse();
    end if;
    if tg_op <> 'DELETE' and publication.is_published(
            new.province_path, (select i.plan_id from plan.item i where i.id = new.item_id)) then
        perform publication.refuse();
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger published_insert before insert or delete on provincial.own_row
    for each row execute function publication.keep_own();
create trigger published_update before update on provincial.own_row
    for each row when (
        (old.province_id, old.item_id, old.undertaken, old.quantity, old.bodies, old.funds)
        is distinct from (new.province_id, new.item_id, new.undertaken, new.quantity, new.bodies, new.funds))
    execute function publication.keep_own();

-- What a province handed in, and that it is accepted.
create function publication.keep_submission() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and publication.is_published(old.province_path, old.plan_id)
       or tg_op <> 'DELETE' and publication.is_published(new.province_path, new.plan_id) then
        perform publication.refuse();
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger published before insert or update or delete on provincial.submission
    for each row execute function publication.keep_submission();

create function publication.keep_submission_line() returns trigger language plpgsql as $$
begin
    if exists (select from provincial.submission s
                where s.id in (case when tg_op <> 'INSERT' then old.submission_id end,
                               case when tg_op <> 'DELETE' then new.submission_id end)
                  and publication.is_published(s.province_path, s.plan_id)) then
        perform publication.refuse();
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger published before insert or update or delete on provincial.submission_line
    for each row execute function publication.keep_submission_line();

-- That it is published, and sealed.
create function publication.keep_window() returns trigger language plpgsql as $$
begin
    perform publication.refuse();
    return null;
end $$;

create trigger published_update before update on filing.filing_window
    for each row when (old.published_at is not null
                       and (new.published_at is distinct from old.published_at or new.sealed_at is null
                            or (new.plan_id, new.province_id) is distinct from (old.plan_id, old.province_id)))
    execute function publication.keep_window();
create trigger published_delete before delete on filing.filing_window
    for each row when (old.published_at is not null) execute function publication.keep_window();

-- A closed school counts no more, so one with published rows is neither closed nor opened again. Judged at the end of the
-- transaction, so that whoever closes it is told why, before.
create function publication.keep_school() returns trigger language plpgsql as $$
begin
    if exists (select from filing.filing f
                 join filing.undertaking r on r.filing_id = f.id and r.stage <> 'DRAFT'
                where f.school_id = old.id and publication.is_published(f.school_path, f.plan_id)) then
        perform publication.refuse();
    end if;
    return new;
end $$;

create constraint trigger published_closing after update of closed_at on organisation.unit
    deferrable initially deferred for each row when (old.tier = 'SCHOOL' and (old.closed_at is null) <> (new.closed_at is null))
    execute function publication.keep_school();
