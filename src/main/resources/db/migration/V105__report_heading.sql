-- What the lines of a job's report are, where they are not what was left undone.
alter table job.job add report_heading text not null default '没有办理的';
