create schema account;

-- Whoever can sign in. A unit's main account is the one made from its code; its contact is the unit's (spec A2-A4).
create table account.account (
    id                  bigint generated always as identity primary key,
    unit_id             bigint      not null references organisation.unit,
    user_name           text        not null unique check (user_name <> ''),
    password_hash       text        not null,
    initial_password    boolean     not null default true,
    role                text        not null check (role in ('ADMIN', 'REVIEWER', 'VIEWER')),
    main                boolean     not null default false,
    contact_name        text        not null default '',
    office_phone        text        not null default '',
    mobile              text        not null default '',
    first_signed_in_at  timestamptz,
    password_changed_at timestamptz
);
create unique index account_main on account.account (unit_id) where main;

-- A sign-in that still holds. Only the token's SHA-256 is kept, so a copy of this table opens nothing.
create table account.login (
    token_hash bytea       primary key check (length(token_hash) = 32),
    account_id bigint      not null references account.account on delete cascade,
    address    text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
create index login_account on account.login (account_id);

-- A sign-in picture that has been shown; it is deleted by the first attempt that uses it.
create table account.captcha (
    id         uuid        primary key,
    answer     text        not null,
    expires_at timestamptz not null
);
