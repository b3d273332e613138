-- 修订: every change of a plan is a new version of it, with who, when, why, and what stood there before (spec C1-C3).
create table plan.amendment (
    id         bigint generated always as identity primary key,
    plan_id    bigint      not null references plan.plan,
    version    bigint      not null,
    at         timestamptz not null,
    by_account bigint      not null references account.account,
    by_name    text        not null,
    reason     text        not null,
    unique (plan_id, version)
);

-- One field of one amendment. subject tells what it belongs to (item:12, task:3, area:1, plan). Where rows had been
-- filed on the item, item_id names it and the figures are those of then: whoever filed is told on the form.
create table plan.amendment_change (
    amendment_id bigint not null references plan.amendment on delete cascade,
    turn         int    not null,
    subject      text   not null,
    title        text   not null,
    field        text   not null,
    before       text   not null,
    after        text   not null,
    item_id      bigint references plan.item,
    schools      int    not null default 0,
    provinces    int    not null default 0,
    primary key (amendment_id, turn)
);
create index amendment_change_told on plan.amendment_change (item_id) where item_id is not null;
create trigger amendment_changed after insert or update or delete or truncate on plan.amendment_change
    for each statement execute function plan.note_change();

-- An item that the ministry has taken out of an opened plan: closed, and kept for those who filed on it.
alter table plan.item
    add column retired boolean not null default false,
    add constraint retired_is_closed check (not retired or undertaken_by = 'CLOSED');

-- Items change places in one statement.
alter table plan.item
    drop constraint item_plan_id_position_key,
    add constraint item_position unique (plan_id, position) deferrable initially immediate;

-- The words of an item as they stood at some time: what was handed in keeps those it was handed in with, so that a paper
-- copy reads the same, and is verified, whatever is amended later (spec F12).
create table plan.wording (
    id       bigint generated always as identity primary key,
    item_id  bigint not null,
    no       text   not null,
    task_no  int    not null,
    position int    not null,
    title    text   not null,
    unit     text   not null
);
alter table plan.item add column wording_id bigint;

create function plan.word() returns trigger language plpgsql as $$
begin
    insert into plan.wording (item_id, no, task_no, position, title, unit)
    values (new.id, new.no, new.task_no, new.position, new.title, new.unit)
    returning id into new.wording_id;
    return new;
end $$;

create trigger item_inserted before insert on plan.item
    for each row execute function plan.word();
create trigger item_reworded before update of no, task_no, position, title, unit on plan.item
    for each row when ((old.no, old.task_no, old.position, old.title, old.unit)
                       is distinct from (new.no, new.task_no, new.position, new.title, new.unit))
    execute function plan.word();

with worded as (
    insert into plan.wording (item_id, no, task_no, position, title, unit)
    select id, no, task_no, position, title, unit from plan.item
    returning id, item_id)
update plan.item i set wording_id = w.id from worded w where w.item_id = i.id;
alter table plan.item alter column wording_id set not null;

alter table filing.submitted_row add column wording_id bigint references plan.wording;
update filing.submitted_row r set wording_id = i.wording_id from plan.item i where i.id = r.item_id;
alter table filing.submitted_row alter column wording_id set not null;

create view filing.item_wording as
select id as item_id, wording_id from plan.item;

create or replace view filing.handed_in as
select r.receipt_no, w.position, w.task_no, w.no as item_no, w.title, w.unit,
       r.quantity, r.self_raised, r.industry, r.sponsor, r.local
  from filing.submitted_row r
  join plan.wording w on w.id = r.wording_id;

-- What has been filed on an item: a change that alters it names how many are concerned. The one place where this module
-- reads the tables of those above it.
create view plan.filed_row as
select item_id, school_path, undertaken, stage, quantity from filing.undertaking;

create view plan.filed_own_row as
select item_id, province_id, undertaken or coalesce(funds, 0) > 0 as undertaken, quantity from provincial.own_row;

-- How far a plan has been filed: what the change to another one turns into history.
create view plan.standing as
select p.id as plan_id,
       (select count(*) from filing.filing_window w where w.plan_id = p.id)::int as windows,
       (select count(*) from filing.filing f where f.plan_id = p.id)::int as schools,
       (select count(*) from filing.filing f where f.plan_id = p.id and f.submitted_at is not null)::int as submitted,
       (select count(*) from filing.undertaking u
          join filing.filing f on f.id = u.filing_id
         where f.plan_id = p.id and u.undertaken)::int as rows,
       (select count(*) from provincial.submission s
         where s.plan_id = p.id and s.returned_at is null)::int as provinces
  from plan.plan p;
