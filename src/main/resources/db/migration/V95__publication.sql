-- Once a province's figures are published, its rows change by adjustment only (spec P5).
alter table filing.filing_window
    add published_at timestamptz,
    add constraint published_while_sealed check (published_at is null or sealed_at is not null);

create schema publication;

-- One edition of what has been published of a plan. Written whole by one transaction, and never again (spec P5).
create table publication.edition (
    id             bigint      generated always as identity primary key,
    plan_id        bigint      not null references plan.plan,
    no             int         not null check (no >= 1),
    plan_code      text        not null,
    plan_title     text        not null,
    title          text        not null check (title <> ''),
    document_no    text        not null check (document_no <> ''),
    dated          date        not null,
    -- What is new in it, in words; empty in the first.
    note           text        not null default '',
    published_at   timestamptz not null,
    published_by   bigint      not null references account.account,
    published_name text        not null,
    written_in     xid8        not null default pg_current_xact_id(),
    unique (plan_id, no)
);

-- The plan as it read then, so that an edition reads the same whatever is renamed later.
create table publication.edition_item (
    edition_id      bigint  not null references publication.edition,
    item_id         bigint  not null references plan.item,
    position        int     not null,
    area_no         int     not null,
    area_title      text    not null,
    task_no         int     not null,
    task_title      text    not null,
    departments     text    not null,
    no              text    not null,
    title           text    not null,
    takes_quantity  boolean not null,
    national_target bigint,
    target_note     text    not null,
    unit            text    not null,
    undertaken_by   text    not null,
    primary key (edition_id, item_id),
    unique (edition_id, position)
);

-- A province in an edition, or why it is left out.
create table publication.edition_province (
    edition_id  bigint not null references publication.edition,
    province_id bigint not null references organisation.unit,
    position    int    not null,
    code        text   not null,
    name        text   not null,
    schools     int    not null check (schools >= 0),
    omission    text   not null default '',
    primary key (edition_id, province_id),
    check (omission = '' or schools = 0)
);

create table publication.edition_line (
    edition_id      bigint  not null,
    province_id     bigint  not null,
    item_id         bigint  not null,
    schools         int     not null check (schools >= 0),
    school_quantity bigint  not null check (school_quantity >= 0),
    self_raised     bigint  not null check (self_raised >= 0),
    industry        bigint  not null check (industry >= 0),
    sponsor         bigint  not null check (sponsor >= 0),
    local           bigint  not null check (local >= 0),
    own             boolean not null,
    own_quantity    bigint  not null check (own_quantity >= 0),
    own_bodies      text    not null,
    provincial      bigint  not null check (provincial >= 0),
    primary key (edition_id, province_id, item_id),
    foreign key (edition_id, province_id) references publication.edition_province,
    foreign key (edition_id, item_id) references publication.edition_item,
    constraint undertaken_by_somebody check (schools > 0 or own)
);

create function publication.keep() returns trigger language plpgsql as $$
begin
    raise exception 'What has been published is never changed' using errcode = 'integrity_constraint_violation';
end $$;

create function publication.keep_whole() returns trigger language plpgsql as $$
begin
    if not exists (select from publication.edition e
                    where e.id = new.edition_id and e.written_in = pg_current_xact_id()) then
        raise exception 'What has been published is never added to' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger kept before update or delete or truncate on publication.edition
    for each statement execute function publication.keep();
create trigger kept before update or delete or truncate on publication.edition_item
    for each statement execute function publication.keep();
create trigger kept before update or delete or truncate on publication.edition_province
    for each statement execute function publication.keep();
create trigger kept before update or delete or truncate on publication.edition_line
    for each statement execute function publication.keep();
create trigger whole before insert on publication.edition_item for each row execute function publication.keep_whole();
create trigger whole before insert on publication.edition_province for each row execute function publication.keep_whole();
create trigger whole before insert on publication.edition_line for each row execute function publication.keep_whole();

create or replace view provincial.latest as
select distinct on (s.province_id) s.province_id, s.province_path, s.receipt_no, s.submitted_at, s.returned_at,
       s.return_reason, s.accepted_at, w.published_at
  from provincial.submission s
  left join filing.filing_window w on w.province_id = s.province_id and w.plan_id = s.plan_id
 where s.plan_id = (select max(id) from plan.plan)
 order by s.province_id, s.id desc;
