-- Which plan is undertaken now is a state, not the highest number: drafts lie beside it, and what was undertaken before
-- stays as history (spec C1).
alter table plan.plan
    add column state     text not null default 'DRAFT' check (state in ('DRAFT', 'CURRENT', 'CLOSED')),
    add column version   bigint not null default 1,
    add column opened_at timestamptz,
    add column closed_at timestamptz;

update plan.plan
   set state = case when id = (select max(id) from plan.plan) then 'CURRENT' else 'CLOSED' end,
       opened_at = now(),
       closed_at = case when id < (select max(id) from plan.plan) then now() end;

alter table plan.plan
    add constraint state_has_its_days check (
        (opened_at is not null) = (state <> 'DRAFT') and (closed_at is not null) = (state = 'CLOSED'));

-- One at most; between two statements of the change from one to the next there may be none.
create unique index plan_current on plan.plan (state) where state = 'CURRENT';

create view plan.current as
select id, code, title, revision, version, opened_at from plan.plan where state = 'CURRENT';

create trigger plan_state_changed after update of state on plan.plan
    for each statement execute function plan.note_change();

-- Keeps the current plan from being changed or replaced until the transaction ends, and answers its revision. Whoever
-- writes what hangs on a plan's items calls it first; whoever changes a plan takes the lock alone. The second statement
-- sees what was committed while the first one waited, which one statement alone would not.
create function plan.hold_current() returns bigint language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('plan.current'));
    return (select revision from plan.current);
end $$;

-- Every view that took the newest plan for the current one is read by its state from now on; nothing else of it
-- changes. Done from the definitions as they stand, so that it holds for whichever version of a view came last.
do $$
declare
    one record;
    newest constant text := '\( SELECT max\(plan(_\d+)?\.id\) AS max\s+FROM plan\.plan( plan_\d+)?\)';
begin
    for one in
        select format('%I.%I', schemaname, viewname) as name, definition
          from pg_views
         where definition ~ newest
    loop
        execute format('create or replace view %s as %s', one.name,
                       regexp_replace(one.definition, newest, '(select current.id from plan.current)', 'g'));
    end loop;
    if exists (select from pg_views where definition like '%max(%' and definition like '%plan.plan%') then
        raise exception 'A view still takes the newest plan for the current one';
    end if;
end $$;
