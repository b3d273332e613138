-- A register that somebody has sent and not yet confirmed: the cells as they were, so that the preview can be left and
-- found again, and a copy with the faults marked can be made (spec P1, X5).
create table organisation.import (
    id           bigint generated always as identity primary key,
    province_id  bigint      not null references organisation.unit,
    file_name    text        not null,
    close_absent boolean     not null,
    rows         jsonb       not null,
    at           timestamptz not null,
    by_name      text        not null
);
create index import_province on organisation.import (province_id, id desc);
