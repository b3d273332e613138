-- A plan that was sent as a file: its cells as they were, so that the preview can be left and found again. Once it has
-- become a draft only the fact is kept.
create table plan.import (
    id         bigint generated always as identity primary key,
    file_name  text        not null,
    code       text        not null,
    title      text        not null,
    rows       jsonb       not null,
    at         timestamptz not null,
    by_account bigint      not null references account.account,
    by_name    text        not null,
    plan_id    bigint      references plan.plan on delete set null,
    taken_at   timestamptz
);
