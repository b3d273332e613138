package org.chengjie.world;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each generated school has come: who has signed in, who has filed, and when each thing
 * happened. The temporary table {@code generated_school} tells {@link GeneratedRows} and {@link
 * GeneratedMoves}.
 */
@Component
class GeneratedFilings {

    private final JdbcClient jdbc;

    GeneratedFilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all schools of these provinces that nobody has touched yet. */
    void open(Scale scale, long planId, String passwordHash, Instant now) {
        schools(scale, planId, now);
        Counted.of(jdbc, "generated_school");
        signIn(passwordHash);
        jdbc.sql(
                        """
                        insert into filing.filing (plan_id, school_id, school_path, first_saved_at, saved_at)
                        select :plan, id, path, saved_at, saved_at
                          from generated_school
                         where fate not in ('ABSENT', 'LOOKED')
                         order by saved_at
                        """)
                .param("plan", planId)
                .update();
        Counted.of(jdbc, "filing.filing");
    }

    private void schools(Scale scale, long planId, Instant now) {
        jdbc.sql(
                        """
                        create temp table generated_school as
                        with drawn as (
                            select s.id, s.code, s.path, s.kind, a.id as account_id, p.id as province_id, p.code as province,
                                   w.opens::timestamp at time zone 'Asia/Shanghai' as opens,
                                   pg_temp.chance(s.code, 1) as luck, pg_temp.chance(s.code, 2) as pace,
                                   (array['王','李','张','刘','陈','杨','赵','黄','周','吴','徐','孙'])[1 + floor(12 * pg_temp.chance(s.code, 3))::int]
                                   || (array['敏','静','伟','建国','丽','志强','秀兰','磊','洋','艳','明','晓红'])[1 + floor(12 * pg_temp.chance(s.code, 4))::int]
                                   as name
                              from organisation.unit s
                              join account.account a on a.unit_id = s.id and a.main and a.first_signed_in_at is null
                              join organisation.unit p on p.tier = 'PROVINCE' and p.code = any(:provinces) and starts_with(s.path, p.path)
                              join filing.filing_window w on w.province_id = p.id and w.plan_id = :plan
                             where s.tier = 'SCHOOL' and not exists (select from filing.filing f where f.school_id = s.id)
                        ), officer as materialized (
                            select r.id, r.user_name, r.contact_name
                              from account.account r
                              join organisation.unit p on p.id = r.unit_id and p.tier = 'PROVINCE')
                        select d.id, d.code, d.path, d.kind, d.account_id, d.name, d.province_id, d.province,
                               case when luck >= :filing + (1 - :filing) / 2 then 'ABSENT'
                                    when luck >= :filing then 'LOOKED'
                                    when luck >= :filing * 0.87 then 'SAVED'
                                    when luck >= :filing * 0.42 then 'WAITING'
                                    when luck >= :filing * 0.17 then 'IN_REVIEW'
                                    else 'DECIDED' end as fate,
                               pg_temp.chance(code, 5) < 0.05 as withdrew,
                               opens + age * (0.05 + 0.3 * pace) as signed_in_at,
                               opens + age * (0.07 + 0.3 * pace) as saved_at,
                               opens + age * (0.10 + 0.4 * pace) as submitted_at,
                               opens + age * (0.60 + 0.2 * pace) as decided_at,
                               opens + age * (0.82 + 0.1 * pace) as mended_at,
                               opens + age * (0.93 + 0.05 * pace) as settled_at,
                               r.id as officer_id, r.contact_name as officer_name
                          from drawn d
                          cross join lateral (select :now - opens as age) as since
                          join officer r on r.user_name = d.province || case when pace < 0.5 then '-1' else '-2' end
                        """)
                .param("provinces", scale.provinces().toArray(String[]::new))
                .param("plan", planId)
                .param("filing", scale.filing())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void signIn(String passwordHash) {
        jdbc.sql(
                        """
                        update account.account a
                           set password_hash = :hash, initial_password = false,
                               first_signed_in_at = s.signed_in_at, password_changed_at = s.signed_in_at + interval '2 minutes',
                               contact_name = s.name,
                               office_phone = '0311-' || 80000000 + (9999999 * pg_temp.chance(s.code, 6))::int,
                               mobile = '130' || lpad((99999999 * pg_temp.chance(s.code, 7))::int::text, 8, '0')
                          from generated_school s
                         where a.id = s.account_id and s.fate <> 'ABSENT'
                        """)
                .param("hash", passwordHash)
                .update();
    }
}
