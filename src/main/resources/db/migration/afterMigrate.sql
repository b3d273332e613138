-- After every migration, so that it holds for tables and views that came with it too: a view shows what whoever asks
-- it may see, not its owner; every table with a policy holds its owner to it; and chengjie_app, the role that the
-- application works as, may read and write but owns nothing.
do $rights$
declare
    ours constant text[] := array['organisation', 'account', 'plan', 'filing', 'review', 'report', 'provincial', 'notice',
                                  'audit', 'job'];
    app constant boolean := exists (select from pg_roles where rolname = 'chengjie_app');
    thing record;
begin
    for thing in
        select c.oid::regclass as name from pg_class c
         where c.relnamespace::regnamespace::text = any(ours) and c.relkind = 'v'
           and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
    loop
        execute format('alter view %s set (security_invoker = true)', thing.name);
    end loop;

    for thing in
        select c.oid::regclass as name from pg_class c
         where c.relnamespace::regnamespace::text = any(ours) and c.relkind in ('r', 'p')
           and exists (select from pg_policy p where p.polrelid = c.oid)
           and not (c.relrowsecurity and c.relforcerowsecurity)
    loop
        execute format('alter table %s enable row level security, force row level security', thing.name);
    end loop;

    if not app then
        return;
    end if;
    for thing in
        select n.nspname as name from pg_namespace n where n.nspname = any(ours)
    loop
        execute format('grant usage on schema %I to chengjie_app', thing.name);
        execute format('grant usage on all sequences in schema %I to chengjie_app', thing.name);
        execute format('grant select, insert, update, delete on all tables in schema %I to chengjie_app', thing.name);
        if current_setting('server_version_num')::int >= 170000 then
            execute format('grant maintain on all tables in schema %I to chengjie_app', thing.name);
        end if;
    end loop;
    revoke update, delete, truncate on all tables in schema audit from chengjie_app;
end $rights$;
