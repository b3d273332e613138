-- 调整备案: what a province asks to have changed of what is published, and what the ministry says to it (spec P5).
create table publication.adjustment (
    id             bigint      generated always as identity primary key,
    plan_id        bigint      not null references plan.plan,
    province_id    bigint      not null references organisation.unit,
    province_path  text        not null collate "C",
    province_name  text        not null,
    state          text        not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'CONSENTED', 'REFUSED')),
    reason         text        not null default '' check (length(reason) <= 500),
    letter_no      text        not null default '' check (length(letter_no) <= 40),
    letter_dated   date,
    created_at     timestamptz not null,
    created_by     bigint      not null references account.account,
    created_name   text        not null,
    submitted_at   timestamptz,
    submitted_name text        not null default '',
    decided_at     timestamptz,
    decided_by     bigint      references account.account,
    decided_name   text        not null default '',
    decision       text        not null default '',
    -- The one transaction that may move the rows it names.
    decided_in     xid8,
    edition_id     bigint      references publication.edition,
    version        bigint      not null default 1,
    constraint letter_before_submission check (
        state = 'DRAFT' or (reason <> '' and letter_no <> '' and letter_dated is not null and submitted_at is not null)),
    constraint decided_once check ((state in ('CONSENTED', 'REFUSED')) = (decided_at is not null)),
    constraint refused_with_a_reason check (state <> 'REFUSED' or decision <> '')
);
create index adjustment_province on publication.adjustment (province_id, id desc);
create index adjustment_decided_in on publication.adjustment (decided_in) where decided_in is not null;

-- The letter itself, scanned.
create table publication.adjustment_scan (
    adjustment_id bigint primary key references publication.adjustment on delete cascade,
    name          text   not null,
    type          text   not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    bytes         bytea  not null check (length(bytes) between 1 and 5242880)
);

-- A row as it was when it was picked, and as it is to be: of a school, or, without one, of the province itself.
create table publication.adjustment_line (
    id                 bigint  generated always as identity primary key,
    adjustment_id      bigint  not null references publication.adjustment on delete cascade,
    school_id          bigint  references organisation.unit,
    school_name        text    not null default '',
    item_id            bigint  not null references plan.item,
    row_version        bigint  not null,
    before_undertaken  boolean not null,
    before_quantity    bigint,
    before_self_raised bigint,
    before_industry    bigint,
    before_sponsor     bigint,
    before_local       bigint,
    before_provincial  bigint,
    before_bodies      text    not null default '',
    after_undertaken   boolean not null,
    after_quantity     bigint  check (after_quantity between 1 and 9999999),
    after_self_raised  bigint  check (after_self_raised between 0 and 99999999999),
    after_industry     bigint  check (after_industry between 0 and 99999999999),
    after_sponsor      bigint  check (after_sponsor between 0 and 99999999999),
    after_local        bigint  check (after_local between 0 and 99999999999),
    after_provincial   bigint  check (after_provincial between 0 and 99999999999),
    after_bodies       text    not null default '' check (length(after_bodies) <= 200),
    unique nulls not distinct (adjustment_id, school_id, item_id)
);

-- What an edition has other than the one before, as the public reads it.
create table publication.edition_change (
    edition_id    bigint not null references publication.edition,
    position      int    not null,
    province_name text   not null,
    item_no       text   not null,
    item_title    text   not null,
    field         text   not null,
    before        text   not null,
    after         text   not null,
    primary key (edition_id, position)
);
create trigger kept before update or delete or truncate on publication.edition_change
    for each statement execute function publication.keep();
create trigger whole before insert on publication.edition_change for each row execute function publication.keep_whole();

-- A school is told of what was changed of its rows, until it says that it has read it.
create table publication.told (
    adjustment_id bigint      not null references publication.adjustment,
    school_id     bigint      not null references organisation.unit,
    school_path   text        not null collate "C",
    words         text        not null,
    at            timestamptz not null,
    read_at       timestamptz,
    primary key (adjustment_id, school_id)
);
create index told_unread on publication.told (school_id) where read_at is null;

-- The schools whose rows an adjustment can be about.
create view publication.school as
select u.id, u.code, u.name, u.path, f.plan_id
  from filing.filing f
  join organisation.unit u on u.id = f.school_id and u.closed_at is null
 where f.submitted_at is not null;

-- The three moves of an adjustment (spec R1).
alter table filing.move
    drop constraint move_step_check,
    drop constraint reason_given,
    add constraint move_step_check
        check (step in ('SUBMIT', 'WITHDRAW', 'APPROVE', 'RETURN', 'REJECT', 'REOPEN', 'RELEASE', 'UNDO',
                        'ADJUST', 'TAKE_ON', 'DROP')),
    add constraint reason_given check (
        reason <> '' or step not in ('RETURN', 'REJECT', 'REOPEN', 'RELEASE', 'ADJUST', 'TAKE_ON', 'DROP'));

-- Whether an adjustment that this very transaction has consented to makes the row just what it is to be.
create function publication.adjusts(r filing.undertaking) returns boolean language sql stable as $$
    select exists (select
                     from publication.adjustment a
                     join publication.adjustment_line l on l.adjustment_id = a.id
                     join filing.filing f on f.id = r.filing_id and f.school_id = l.school_id and f.plan_id = a.plan_id
                    where a.decided_in = pg_current_xact_id() and a.state = 'CONSENTED' and l.item_id = r.item_id
                      and l.after_undertaken = r.undertaken
                      and r.stage = case when l.after_undertaken then 'APPROVED' else 'DRAFT' end
                      and (l.after_quantity, l.after_self_raised, l.after_industry, l.after_sponsor, l.after_local)
                          is not distinct from (r.quantity, r.self_raised, r.industry, r.sponsor, r.local))
$$;

create or replace function publication.keep_row() returns trigger language plpgsql as $$
begin
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
    return case tg_op when 'DELETE' then old else new end;
end $$;

create function publication.adjusts_own(r provincial.own_row) returns boolean language sql stable as $$
    select exists (select
                     from publication.adjustment a
                     join publication.adjustment_line l on l.adjustment_id = a.id and l.school_id is null
                    where a.decided_in = pg_current_xact_id() and a.state = 'CONSENTED'
                      and a.province_id = r.province_id and l.item_id = r.item_id
                      and l.after_undertaken = r.undertaken and l.after_bodies = r.bodies
                      and (l.after_quantity, l.after_provincial) is not distinct from (r.quantity, r.funds))
$$;

create or replace function publication.keep_own() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and publication.is_published(
            old.province_path, (select i.plan_id from plan.item i where i.id = old.item_id))
       and (tg_op = 'DELETE' or (old.province_id, old.item_id) <> (new.province_id, new.item_id)
            or not publication.adjusts_own(new)) then
        perform publication.refuse();
    end if;
    if tg_op <> 'DELETE' and publication.is_published(
            new.province_path, (select i.plan_id from plan.item i where i.id = new.item_id))
       and not publication.adjusts_own(new) then
        perform publication.refuse();
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

-- What has been decided stays as it was decided.
create function publication.keep_adjustment() returns trigger language plpgsql as $$
begin
    if old.state in ('CONSENTED', 'REFUSED')
       and (tg_op = 'DELETE' or old.decided_in is distinct from pg_current_xact_id()) then
        raise exception 'What has been decided is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger kept before update or delete on publication.adjustment
    for each row execute function publication.keep_adjustment();

create function publication.keep_adjustment_part() returns trigger language plpgsql as $$
begin
    if exists (select from publication.adjustment a
                where a.id = case tg_op when 'INSERT' then new.adjustment_id else old.adjustment_id end
                  and a.state <> 'DRAFT') then
        raise exception 'What has been handed in is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger kept before insert or update or delete on publication.adjustment_line
    for each row execute function publication.keep_adjustment_part();
create trigger kept before insert or update or delete on publication.adjustment_scan
    for each row execute function publication.keep_adjustment_part();
