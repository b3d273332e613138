-- Who has confirmed a reminder and who has not, with whom to telephone (spec R7). A school closed since then is shown
-- as such: it was sent the reminder, and needs none now.
create view notice.recipient_line as
select r.reminder_id, r.school_id, r.school_path, u.code, u.name, u.city, r.read_at,
       u.closed_at is not null as closed, coalesce(s.submitted_at is not null, false) as submitted,
       a.contact_name, a.office_phone, a.mobile
  from notice.recipient r
  join organisation.unit u on u.id = r.school_id
  left join review.any_school s on s.id = r.school_id
  left join account.account a on a.unit_id = r.school_id and a.main;
