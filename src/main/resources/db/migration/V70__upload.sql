-- A form that a school has filled in offline and sent: its cells as they were, so that the preview can be left and
-- found again and a copy with the faults marked can be made. Once it is saved only the fact is kept (spec F7, X3).
create table filing.upload (
    id         bigint generated always as identity primary key,
    school_id  bigint      not null references organisation.unit,
    file_name  text        not null,
    rows       jsonb       not null,
    at         timestamptz not null,
    by_name    text        not null,
    saved_at   timestamptz,
    saved_rows int         not null default 0
);
create index upload_school on filing.upload (school_id, id desc);
