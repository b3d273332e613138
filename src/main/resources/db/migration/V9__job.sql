create schema job;

-- Work too long for one answer: asked for, left, found again (spec X5). It belongs to the unit of whoever asked.
-- Whoever runs it holds an advisory lock on its id, so what a dead process left behind is taken up at once.
create table job.job (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    title       text        not null,
    back        text        not null,
    by          jsonb       not null,
    unit_id     bigint      not null references organisation.unit,
    input       jsonb       not null,
    state       text        not null default 'WAITING'
                check (state in ('WAITING', 'RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    stop_asked  boolean     not null default false,
    done        int         not null default 0 check (done >= 0),
    total       int         not null default 0 check (total >= 0),
    words       text        not null default '',
    report      text[]      not null default '{}',
    file_name   text,
    file        bytea,
    file_once   boolean     not null default false,
    asked_at    timestamptz not null,
    finished_at timestamptz
);
create index job_unit on job.job (unit_id, id desc);
create index job_unfinished on job.job (id) where state in ('WAITING', 'RUNNING');
