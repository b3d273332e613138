-- Who tries to come in from where, so that guessing slows down on every node (spec A5). The name is kept as its SHA-256, since
-- people type passwords there, too; whether it exists makes no difference.
create table account.approach (
    name_hash    bytea       not null check (length(name_hash) = 32),
    address      text        not null,
    tries        int         not null,
    blocked_till timestamptz not null,
    last_at      timestamptz not null,
    failed_at    timestamptz,
    signed_in_at timestamptz,
    primary key (name_hash, address)
);
create index approach_failed on account.approach (address, failed_at) where failed_at is not null;
create index approach_last on account.approach (last_at);
