-- What one recognises a sign-in by, and how one ends it (spec A5, X1).
alter table account.login
    add id      bigint generated always as identity unique,
    add browser text not null default '';
