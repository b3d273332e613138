-- The clauses of a plan that was sent as a file: the rows of its second sheet, as they were.
alter table plan.import add column clauses jsonb not null default '[]';
