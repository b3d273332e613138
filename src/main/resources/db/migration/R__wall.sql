-- The second wall (spec X2): whatever a statement asks for, it is shown only what lies in the reach that its connection
-- stands for, chengjie.reach, a path of the tree. Not set, or set to nobody's, it shows nothing; '/' is all there is.
-- Every table stands here with its place, or on the list of those open to all in afterMigrate.sql; one that was
-- forgotten shows nothing to anybody. This file is run again whenever it changes.
do $wall$
declare
    reach constant text := $$(select nullif(current_setting('chengjie.reach', true), ''))$$;
    -- The province of the reach: '' for the ministry's, null for nobody's.
    province constant text := $$(select case when starts_with(current_setting('chengjie.reach', true), '/')
                                        then split_part(current_setting('chengjie.reach', true), '/', 3) end)$$;
    -- The case keeps the planner from counting the same condition twice, once for the query's own and once for this one.
    within constant text := 'case when starts_with(%s, ' || reach || ') then true else false end';
    own constant text := 'case when ' || province || $$ in ('', %1$s::text) then true else false end$$;
    -- All there is lies below the ministry, which spares it looking for the place of each row.
    below constant text := '(' || province || $$ = '' or exists (select from %s))$$;
    unit constant text := format(below, 'organisation.unit u where u.id = %s and ' || format(within, 'u.path'));
    account constant text := format(below, 'account.account a where a.id = account_id');
    filing constant text := format(below, 'filing.filing f where f.id = filing_id');
    -- Only a province, or who is above it, sets what holds for its schools.
    above constant text := $$(select split_part(current_setting('chengjie.reach', true), '/', 4)) = ''$$;
    -- The platform's own work.
    everything constant text := '(' || reach || $$ = '/')$$;
    line record;
begin
    for line in
        select p.polname as name, c.oid::regclass as of from pg_policy p join pg_class c on c.oid = p.polrelid
         where p.polname in ('reach', 'known', 'told') and pg_get_userbyid(c.relowner) = current_user
    loop
        execute format('drop policy %I on %s', line.name, line.of);
    end loop;

    for line in
        select * from (values
            -- What lies at a place in the tree.
            ('filing.filing', format(within, 'school_path'), null),
            ('filing.undertaking', format(within, 'school_path'), null),
            ('filing.saving', format(within, 'school_path'), null),
            ('filing.move', format(within, 'school_path'), null),
            ('filing.extension', format(within, 'school_path'), null),
            ('filing.note', format(within, 'school_path'), null),
            ('review.opinion', format(within, 'school_path'), null),
            ('notice.recipient', format(within, 'school_path'), null),
            ('provincial.own_row', format(within, 'province_path'), null),
            ('provincial.submission', format(within, 'province_path'), null),
            -- What a province sets, and its schools go by.
            ('filing.filing_window', format(own, 'province_id'), above),
            ('filing.withheld_item', format(own, 'province_id'), above),
            ('filing.setting', format(own, 'province_id'), above),
            ('filing.decision', format(own, 'province_id'), above),
            ('review.quota', format(own, 'province_id'), above),
            ('review.setting', format(own, 'province_id'), above),
            ('review.norm', format(own, 'province_id'), above),
            ('review.norm_age', format(own, 'province_id'), above),
            ('review.marking', format(own, 'province_id'), above),
            ('review.marked', format(own, 'province_id'), above),
            ('notice.reminder', format(own, 'province_id'), above),
            ('organisation.import', format(own, 'province_id'), above),
            ('provincial.own_form', format(own, 'province_id'), above),
            -- What hangs on something that has a place. The policy does not see a parent that the same statement writes.
            ('filing.submission', filing, null),
            ('filing.submitted_row',
             format(below, 'filing.submission s where s.receipt_no = submitted_row.receipt_no'), null),
            ('filing.upload', format(unit, 'school_id'), null),
            ('filing.presence', format(unit, 'school_id'), null),
            ('provincial.submission_line',
             format(below, 'provincial.submission s where s.id = submission_id'), null),
            ('organisation.former_name', format(unit, 'unit_id'), null),
            ('job.job', format(unit, 'unit_id'), null),
            ('account.account', format(unit, 'unit_id'), null),
            ('account.login', account, null),
            ('account.second_factor', account, null),
            ('account.second_step', account, null),
            ('account.recovery_code', account, null),
            ('review.look', account, null),
            ('review.phrase', account, null),
            -- The chains are a province's to check; only the platform hangs entries on them.
            ('audit.link', format(own, 'chain'), everything),
            ('audit.head', format(own, 'chain'), everything),
            ('audit.pending', everything, null),
            -- Sums belong to their place; the platform alone folds them, but whoever changes a row adds to the logs.
            ('report.figure', format(within, 'place'), everything),
            ('report.figure_change', format(within, 'place'), null),
            ('report.tally', format(within, 'place'), everything),
            ('report.school', format(within, 'place'), everything),
            ('report.school_change', format(unit, 'school_id'), null),
            ('report.day', format(within, 'place'), everything),
            ('publication.adjustment', format(within, 'province_path'), null),
            ('publication.adjustment_line',
             format(below, 'publication.adjustment a where a.id = adjustment_id'), null),
            ('publication.adjustment_scan',
             format(below, 'publication.adjustment a where a.id = adjustment_id'), null),
            ('publication.told', format(within, 'school_path'), null),
            ('report.reconciliation', '(' || province || $$ = '')$$, null)
        ) as t (name, shown, written)
         where to_regclass(name) is not null
    loop
        execute format('create policy reach on %s using (%s) with check ((%2$s) and (%s))',
                       line.name, line.shown, coalesce(line.written, 'true'));
    end loop;

    -- All may know the provinces, and those below a city their city.
    execute 'create policy reach on organisation.unit using (' || format(within, 'path') || ')';
    execute $$create policy known on organisation.unit for select
              using (tier in ('MINISTRY', 'PROVINCE') or (tier = 'CITY' and starts_with($$ || reach || ', path)))';

    -- Whom to ask in a province stands at the entrance, for everybody; the province alone says it.
    execute format('create policy reach on organisation.province_contact using (%s) with check ((%1$s) and %s)',
                   format(own, 'province_id'), above);
    create policy known on organisation.province_contact for select using (true);

    -- What happened is told to those above, and to the unit itself, wherever it has been moved since; it is written by
    -- whoever did it, and never changed.
    execute format('create policy reach on audit.entry for select using (%s or %s or %s)',
                   format(within, 'subject_path'), everything, format(unit, 'entry.unit_id'));
    create policy told on audit.entry for insert with check (true);
    if to_regclass('audit.pending') is not null then
        create policy told on audit.pending for insert with check (true);
    end if;
    create policy told on report.figure_change for insert with check (true);
    create policy told on report.school_change for insert with check (true);
end $wall$;
