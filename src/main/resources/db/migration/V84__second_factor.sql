-- A second factor (RFC 6238) of province and ministry: set up, then confirmed; each step of its clock counts once (spec A7).
-- The secret is sealed with a key that is not in the database: 12 bytes of nonce, 20 of secret, 16 of seal.
create table account.second_factor (
    account_id   bigint      primary key references account.account on delete cascade,
    secret       bytea       not null check (length(secret) = 48),
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

-- For those who have lost it; each is deleted when it is used, and only its SHA-256 is kept.
create table account.recovery_code (
    account_id bigint not null references account.second_factor on delete cascade,
    code_hash  bytea  not null check (length(code_hash) = 32),
    primary key (account_id, code_hash)
);

-- Between the password and the code nobody is signed in yet; a few wrong codes end it.
create table account.second_step (
    token_hash bytea       primary key check (length(token_hash) = 32),
    account_id bigint      not null references account.account on delete cascade,
    address    text        not null,
    tries      int         not null default 0,
    expires_at timestamptz not null
);
create index second_step_account on account.second_step (account_id);

-- Whether the ministry asks it of every account of the provinces and of its own.
create table account.rule (
    single                 boolean primary key default true check (single),
    second_factor_required boolean not null
);
insert into account.rule (second_factor_required) values (false);

-- When the holder was told what becomes of his name and his numbers.
alter table account.account add privacy_accepted_at timestamptz;
