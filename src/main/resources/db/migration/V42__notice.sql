create schema notice;

-- 催报: what an officer wrote to many schools at once (spec R7).
create table notice.reminder (
    id          bigint generated always as identity primary key,
    province_id bigint      not null references organisation.unit,
    audience    text        not null check (audience in ('NOT_SIGNED_IN', 'FILLING_IN', 'RETURNED', 'SELECTED')),
    words       text        not null check (words <> '' and length(words) <= 300),
    at          timestamptz not null,
    by_account  bigint      not null references account.account,
    by_name     text        not null
);
create index reminder_province on notice.reminder (province_id, id desc);

-- A school that a reminder goes to, until it has confirmed that it has read it.
create table notice.recipient (
    reminder_id bigint      not null references notice.reminder,
    school_id   bigint      not null references organisation.unit,
    school_path text        not null collate "C",
    read_at     timestamptz,
    read_by     bigint      references account.account,
    primary key (reminder_id, school_id)
);
create index recipient_unread on notice.recipient (school_id) where read_at is null;

-- Whom a reminder may go to, and where they stand; closed schools are asked for nothing more (spec P1).
create view notice.school as
select s.id, s.name, s.path, s.standing, s.returned
  from review.school s
  join organisation.unit u on u.id = s.id
 where u.closed_at is null;
