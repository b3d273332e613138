-- Schools stand where they stand with the current plan: all are counted anew when another becomes it.
create function report.plan_changed() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into report.school_change (school_id) select id from organisation.unit where tier = 'SCHOOL';
    return null;
end
$$;
create trigger roll_up after update of state on plan.plan for each statement
    execute function report.plan_changed();
