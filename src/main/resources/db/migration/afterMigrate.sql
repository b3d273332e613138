-- After every migration, so that it holds for schemas, tables and views that came with it too: a view shows what whoever
-- asks it may see, not its owner; every table but those named here is behind the wall, for its owner too, and shows
-- nothing where R__wall.sql has no policy for it; and chengjie_app, the role that the application works as, may read
-- and write but owns nothing, and of what happened it may only read and add.
do $rights$
declare
    open_to_all constant text[] := array[
        'plan.plan', 'plan.area', 'plan.task', 'plan.item', 'plan.clause', -- the plan is public, and so is
        'plan.amendment', 'plan.amendment_change', 'plan.wording',         -- what it said before
        'plan.import',                                                     -- a plan on its way in
        'publication.edition', 'publication.edition_item',                 -- what is published
        'publication.edition_province', 'publication.edition_line', 'publication.edition_change',
        'account.captcha', 'account.approach',                             -- before anybody is known
        'account.rule'                                                     -- holds for all
    ];
    ours constant text[] := array(
        select nspname::text from pg_namespace
         where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
           and pg_get_userbyid(nspowner) = current_user);
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
           and c.relnamespace::regnamespace || '.' || c.relname <> all(open_to_all)
           and not (c.relrowsecurity and c.relforcerowsecurity)
    loop
        execute format('alter table %s enable row level security, force row level security', thing.name);
    end loop;

    if not app then
        return;
    end if;
    for thing in
        select unnest(ours) as name
    loop
        execute format('grant usage on schema %I to chengjie_app', thing.name);
        execute format('grant usage, select on all sequences in schema %I to chengjie_app', thing.name);
        execute format('grant select, insert on all tables in schema %I to chengjie_app', thing.name);
        if thing.name <> 'audit' then
            execute format('grant update, delete on all tables in schema %I to chengjie_app', thing.name);
            if current_setting('server_version_num')::int >= 170000 then
                execute format('grant maintain on all tables in schema %I to chengjie_app', thing.name);
            end if;
        end if;
    end loop;
    -- How far the chains have come, and what waits to be hung on them, changes; entries and links do not.
    if to_regclass('audit.pending') is not null then
        grant update on audit.head to chengjie_app;
        grant delete on audit.pending to chengjie_app;
    end if;
end $rights$;
