-- What those above see of an account, and how they shut it (spec A3, A5).
alter table account.account
    add last_signed_in_at timestamptz,
    add disabled_at       timestamptz;
update account.account set last_signed_in_at = first_signed_in_at where first_signed_in_at is not null;
create index account_unit on account.account (unit_id);

-- Each unit that is not closed, with its own account where it has one, and how far that one has come.
create view account.unit_account as
select u.id as unit_id, u.tier, u.code, u.name, u.kind, u.city, u.path,
       a.id as account_id, coalesce(a.user_name, u.code) as user_name, a.last_signed_in_at,
       case
           when a.id is null then 'NONE'
           when a.disabled_at is not null then 'DISABLED'
           when not a.initial_password then 'OWN'
           when a.first_signed_in_at is null then 'NEVER_SIGNED_IN'
           else 'INITIAL'
       end as state
  from organisation.unit u
  left join account.account a on a.unit_id = u.id and a.main
 where u.closed_at is null;
