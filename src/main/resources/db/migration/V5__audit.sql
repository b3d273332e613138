create schema audit;

-- Who did what, when, from where, to whom, and why; written in the transaction that did it (spec X1).
create table audit.entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    account_id   bigint references account.account,
    actor        text        not null,
    address      text        not null,
    action       text        not null,
    subject      text        not null,
    subject_path text        not null collate "C",
    reason       text        not null default '',
    changes      jsonb       not null default '[]'
);
create index entry_path on audit.entry (subject_path, id desc);
