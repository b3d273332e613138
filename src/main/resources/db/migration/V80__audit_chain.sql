-- Every entry hangs on the one before it (spec X1): one chain a province, one for all above them and for strangers (0).
-- The links are made shortly after, so that no save waits for another; docs/decisions/2026-11-24-audit.md says why.
alter table audit.entry
    add column chain bigint generated always as (coalesce(nullif(split_part(subject_path, '/', 3), '')::bigint, 0)) stored,
    add column unit_id bigint generated always as (substring(subject_path from '([0-9]+)/$')::bigint) stored;

create index entry_chain on audit.entry (chain, id desc);
create index entry_unit on audit.entry (unit_id, id desc);
create index entry_at on audit.entry (at);
drop index audit.entry_path;

-- Written by the statement that writes the entry, so an entry with neither this nor a link came in by another way.
create table audit.pending (
    entry_id bigint      primary key,
    since    timestamptz not null default clock_timestamp()
);
insert into audit.pending (entry_id) select id from audit.entry;

-- No foreign key: a link must outlive the entry whose loss it proves.
create table audit.link (
    chain     bigint      not null,
    position  bigint      not null check (position > 0),
    entry_id  bigint      not null unique,
    hash      text        not null check (hash ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz not null,
    primary key (chain, position)
);

create table audit.head (
    chain    bigint primary key,
    position bigint not null,
    hash     text   not null check (hash ~ '^[0-9a-f]{64}$')
);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'audit.% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.link
    for each statement execute function audit.refuse();

-- Of units and accounts as much as the pages name.
create view audit.unit as
    select id, name, code, tier, path from organisation.unit;
create view audit.account as
    select a.id, u.path from account.account a join organisation.unit u on u.id = a.unit_id;
