-- 负责人: who in a school is in charge of an item. The school's own matter, which no page of a city, a province or the
-- ministry shows (spec X2). It hangs on no filing, for work is shared out before the window opens.
create table filing.note (
    plan_id      bigint      not null references plan.plan,
    school_id    bigint      not null references organisation.unit,
    school_path  text        not null collate "C",
    item_id      bigint      not null references plan.item,
    text         text        not null check (char_length(text) <= 50),
    version      bigint      not null,
    changed_by   bigint      not null references account.account,
    -- The name as it was then, as for the rows.
    changed_name text        not null,
    changed_at   timestamptz not null,
    primary key (plan_id, school_id, item_id)
);
