-- Grows with every change of a plan, so that whoever keeps one in memory asks for a number instead of a hundred rows. From
-- a sequence, so that a change that is taken back leaves no number that another change could have.
create sequence plan.revision;

alter table plan.plan add column revision bigint not null default nextval('plan.revision');

create function plan.note_change() returns trigger language plpgsql as $$
begin
    update plan.plan set revision = nextval('plan.revision');
    return null;
end $$;

create trigger plan_changed after update of code, title on plan.plan
    for each statement execute function plan.note_change();
create trigger area_changed after insert or update or delete or truncate on plan.area
    for each statement execute function plan.note_change();
create trigger task_changed after insert or update or delete or truncate on plan.task
    for each statement execute function plan.note_change();
create trigger item_changed after insert or update or delete or truncate on plan.item
    for each statement execute function plan.note_change();
