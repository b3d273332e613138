package org.chengjie.world;

import java.time.Instant;
import java.time.ZoneOffset;
import org.chengjie.world.Scale.Totals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the provinces of a generated country undertake themselves, and 省财政投入, which is spread over
 * their items until it is spent to the yuan (spec P2, P3).
 */
@Component
class GeneratedOwn {

    private final JdbcClient jdbc;

    GeneratedOwn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(Scale scale, long planId, Totals totals, Instant now) {
        jdbc.sql(
                        """
                        with weighed as (
                            select p.id as province_id, p.path, a.id as account_id, a.contact_name, i.id as item_id, i.no, i.title,
                                   i.takes_quantity, i.national_target, i.undertaken_by = 'PROVINCE' as mine,
                                   (0.2 + pg_temp.chance(p.code || '/' || i.no, 70)) * (select count(*) from organisation.unit s
                                     where s.tier = 'SCHOOL' and starts_with(s.path, p.path)) as weight,
                                   row_number() over (order by p.code, i.position) as turn
                              from organisation.unit p
                              join account.account a on a.unit_id = p.id and a.main
                              join plan.item i on i.plan_id = :plan and i.undertaken_by in ('SCHOOL', 'PROVINCE')
                             where p.tier = 'PROVINCE' and p.code = any(:provinces)
                        ), running as (
                            select *, sum(weight) over (order by turn) / sum(weight) over () as upto,
                                   (sum(weight) over (order by turn) - weight) / sum(weight) over () as before
                              from weighed)
                        insert into provincial.own_row (province_id, province_path, item_id, takes_quantity, undertaken, quantity, bodies,
                                                        funds, version, changed_at, changed_by, changed_name)
                        select province_id, path, item_id, takes_quantity, mine,
                               case when mine and takes_quantity then greatest(1, coalesce(national_target, 32) / 32) end,
                               case when mine then '省教育厅' else '' end,
                               1000 * (round((:total / 1000 * upto)::numeric) - round((:total / 1000 * before)::numeric)),
                               nextval('provincial.version'), :now, account_id, contact_name
                          from running
                        on conflict (province_id, item_id) do nothing
                        """)
                .param("plan", planId)
                .param("provinces", scale.provinces().toArray(String[]::new))
                .param("total", totals.provincial())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        insert into provincial.own_form (plan_id, province_id, saved_at)
                        select distinct :plan::bigint, province_id, max(changed_at) from provincial.own_row group by province_id
                        on conflict (plan_id, province_id) do nothing
                        """)
                .param("plan", planId)
                .update();
    }
}
