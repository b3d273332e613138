create schema plan;

create table plan.plan (
    id    bigint generated always as identity primary key,
    code  text not null unique,
    title text not null
);

create table plan.area (
    plan_id bigint not null references plan.plan,
    no      int    not null check (no >= 1),
    title   text   not null,
    primary key (plan_id, no)
);

create table plan.task (
    plan_id     bigint not null,
    no          int    not null check (no >= 1),
    area_no     int    not null,
    title       text   not null,
    departments text   not null,
    clauses     text   not null,
    primary key (plan_id, no),
    foreign key (plan_id, area_no) references plan.area
);

-- A row that can be undertaken (spec C1-C3).
create table plan.item (
    id              bigint  generated always as identity primary key,
    plan_id         bigint  not null,
    task_no         int     not null,
    no              text    not null check (no ~ '^[0-9]+([.][0-9]+)?$'),
    position        int     not null,
    title           text    not null,
    takes_quantity  boolean not null,
    national_target bigint  check (national_target > 0),
    target_note     text    not null default '',
    unit            text    not null default '',
    undertaken_by   text    not null check (undertaken_by in ('SCHOOL', 'PROVINCE', 'MINISTRY', 'CLOSED')),
    foreign key (plan_id, task_no) references plan.task,
    unique (plan_id, no),
    unique (plan_id, position),
    unique (id, takes_quantity)
);
