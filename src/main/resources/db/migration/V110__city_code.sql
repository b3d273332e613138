-- The cities that each province has written down: they stand in the order of their codes.
create view report.city as
select p.path as province, c.name, min(c.code) as code
  from organisation.unit c
  join organisation.unit p on p.id = c.parent_id
 where c.tier = 'CITY'
 group by p.path, c.name;
