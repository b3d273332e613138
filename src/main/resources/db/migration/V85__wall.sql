-- The second wall (spec X2): whatever a statement asks for, it is shown only what lies in the reach that its connection
-- stands for, chengjie.reach, a path of the tree. Not set, or set to nobody's, it shows nothing; '/' is all there is.
-- Whoever owns the tables is held to it, too, unless a superuser.
do $wall$
declare
    reach constant text := $$(select nullif(current_setting('chengjie.reach', true), ''))$$;
    -- The province of the reach: '' for the ministry's, null for nobody's.
    province constant text := $$(select case when starts_with(r, '/') then split_part(r, '/', 3) end
                                   from current_setting('chengjie.reach', true) as r)$$;
    -- The case keeps the planner from counting the same condition twice, once for the query's own and once for this one.
    within constant text := 'case when starts_with(%s, ' || reach || ') then true else false end';
    own constant text := 'case when ' || province || $$ in ('', %1$s::text) then true else false end$$;
    -- Only a province, or who is above it, sets what holds for its schools.
    above constant text := $$(select split_part(current_setting('chengjie.reach', true), '/', 4)) = ''$$;
    line record;
begin
    for line in
        select * from (values
            -- What lies at a place in the tree.
            ('filing.filing', format(within, 'school_path'), null),
            ('filing.undertaking', format(within, 'school_path'), null),
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
            ('notice.reminder', format(own, 'province_id'), above),
            ('organisation.import', format(own, 'province_id'), above),
            ('provincial.own_form', format(own, 'province_id'), above),
            -- What hangs on something that has a place.
            ('filing.submission', 'exists (select from filing.filing f where f.id = filing_id)', null),
            ('filing.saving', 'exists (select from filing.filing f where f.id = filing_id)', null),
            ('filing.submitted_row',
             'exists (select from filing.submission s where s.receipt_no = submitted_row.receipt_no)', null),
            ('filing.upload', 'exists (select from organisation.unit u where u.id = school_id and '
                 || format(within, 'u.path') || ')', null),
            ('filing.presence', 'exists (select from organisation.unit u where u.id = school_id and '
                 || format(within, 'u.path') || ')', null),
            ('provincial.submission_line',
             'exists (select from provincial.submission s where s.id = submission_id)', null),
            ('organisation.former_name', 'exists (select from organisation.unit u where u.id = unit_id and '
                 || format(within, 'u.path') || ')', null),
            ('account.account', 'exists (select from organisation.unit u where u.id = unit_id and '
                 || format(within, 'u.path') || ')', null),
            ('account.login', 'exists (select from account.account a where a.id = account_id)', null),
            ('review.look', 'exists (select from account.account a where a.id = account_id)', null),
            ('review.phrase', 'exists (select from account.account a where a.id = account_id)', null),
            ('job.job', 'exists (select from organisation.unit u where u.id = unit_id and '
                 || format(within, 'u.path') || ')', null)
        ) as t (name, shown, written)
    loop
        execute format('create policy reach on %s using (%s) with check ((%s) and (%s))',
                       line.name, line.shown, line.shown, coalesce(line.written, 'true'));
    end loop;

    -- All may know the provinces, and those below a city their city.
    execute 'create policy reach on organisation.unit using (' || format(within, 'path') || ')';
    execute $$create policy known on organisation.unit for select
              using (tier in ('MINISTRY', 'PROVINCE') or (tier = 'CITY' and starts_with($$ || reach || ', path)))';

    -- Whom to ask in a province stands at the entrance, for everybody; the province alone says it.
    execute format('create policy reach on organisation.province_contact using (%s) with check ((%1$s) and %s)',
                   format(own, 'province_id'), above);
    create policy known on organisation.province_contact for select using (true);

    -- What happened is told to those above; it is written by whoever did it, and never changed.
    execute 'create policy reach on audit.entry for select using (' || format(within, 'subject_path') || ')';
    create policy told on audit.entry for insert with check (true);
end $wall$;
