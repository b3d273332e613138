package org.chengjie.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds between the tables of filing after everything that the product does: each a claim, and
 * the rows that break it.
 */
final class Books {

    private static final String LAST =
            """
            with last as (
                select distinct on (undertaking_id) * from filing.move order by undertaking_id, id desc)
            """;

    private static final Map<String, String> BROKEN = broken();

    private Books() {}

    /** Claim → how many rows break it; empty where the books balance. */
    static Map<String, Integer> faults(JdbcClient jdbc) {
        var faults = new LinkedHashMap<String, Integer>();
        BROKEN.forEach((claim, rows) -> {
            int count = jdbc.sql(rows).query((row, n) -> n).list().size();
            if (count > 0) {
                faults.put(claim, count);
            }
        });
        return faults;
    }

    private static Map<String, String> broken() {
        var broken = new LinkedHashMap<String, String>();
        broken.put(
                "a row stands where its last move led it",
                LAST
                        + """
                        select u.id
                          from filing.undertaking u
                          left join last m on m.undertaking_id = u.id
                         where u.stage <> case m.step when 'SUBMIT' then 'SUBMITTED' when 'APPROVE' then 'APPROVED'
                                                      when 'RETURN' then 'RETURNED' when 'REJECT' then 'REJECTED'
                                                      when 'REOPEN' then 'SUBMITTED' else 'DRAFT' end
                        """);
        broken.put(
                "a row that the school may not change holds the values of its last move, and says who made it",
                LAST
                        + """
                        select u.id
                          from filing.undertaking u
                          join last m on m.undertaking_id = u.id
                         where u.stage not in ('DRAFT', 'RETURNED')
                           and (u.quantity, u.self_raised, u.industry, u.sponsor, u.local, u.changed_at, u.changed_by, u.changed_name)
                               is distinct from
                               (m.quantity, m.self_raised, m.industry, m.sponsor, m.local, m.at, m.by_account, m.by_name)
                        """);
        broken.put(
                "a row has the version of its last move, or a later one where the school has written since",
                LAST
                        + """
                        select u.id
                          from filing.undertaking u
                          join last m on m.undertaking_id = u.id
                         where u.version < m.version
                            or (u.version > m.version and (u.stage not in ('DRAFT', 'RETURNED') or u.changed_at <= m.at))
                        """);
        broken.put(
                "no version is met twice, and none is ahead of the sequence",
                """
                select version from (
                    select version from filing.undertaking u
                     where not exists (select from filing.move m where m.undertaking_id = u.id and m.version = u.version)
                    union all
                    select version from filing.move where version is not null) as v
                 group by version
                having count(*) > 1 or version > (select last_value from filing.version)
                """);
        broken.put(
                "a move leads from where the one before it led, and not back in time",
                """
                select id from (
                    select id, at, step, lag(step) over w as before, lag(at) over w as before_at
                      from filing.move
                    window w as (partition by undertaking_id order by id)) as m
                 where before_at > at
                    or not case when step = 'SUBMIT' then before is null or before in ('WITHDRAW', 'RELEASE', 'RETURN')
                                when step in ('WITHDRAW', 'APPROVE', 'RETURN', 'REJECT') then before in ('SUBMIT', 'REOPEN')
                                when step = 'REOPEN' then before in ('APPROVE', 'REJECT')
                                else before is not null end
                """);
        broken.put(
                "schools submit and withdraw, officers of their province do the rest",
                """
                select m.id
                  from filing.move m
                  join account.account a on a.id = m.by_account
                  join organisation.unit u on u.id = a.unit_id
                 where u.tier <> case when m.step in ('SUBMIT', 'WITHDRAW') then 'SCHOOL' else 'PROVINCE' end
                    or not starts_with(m.school_path, u.path)
                """);
        broken.put(
                "a receipt counts and sums the rows that were submitted at its moment",
                """
                select s.receipt_no
                  from filing.submission s
                  left join filing.move m on m.filing_id = s.filing_id and m.at = s.submitted_at and m.step = 'SUBMIT'
                 group by s.receipt_no
                having s.rows <> count(m.id) or s.total <> sum(m.self_raised + m.industry + m.sponsor + m.local)
                """);
        broken.put(
                "every submission has its receipt, numbered by province and China's day",
                """
                select m.filing_id
                  from filing.move m
                  left join filing.submission s on s.filing_id = m.filing_id and s.submitted_at = m.at and s.submitted_by = m.by_account
                  left join organisation.unit p on p.tier = 'PROVINCE' and starts_with(m.school_path, p.path)
                 where m.step = 'SUBMIT'
                   and s.receipt_no !~ (left(p.code, 2) || to_char(m.at at time zone 'Asia/Shanghai', '-YYYYMMDD-') || '[0-9]{5}') is not false
                """);
        broken.put(
                "a form stands with the receipt of when it was handed in whole, and only if it has rows beyond the school",
                """
                select f.id
                  from filing.filing f
                  left join filing.submission s on s.receipt_no = f.receipt_no
                 where (f.submitted_at is not null)
                       <> exists (select from filing.undertaking u where u.filing_id = f.id and u.stage <> 'DRAFT')
                    or (f.receipt_no is not null and (s.filing_id, s.submitted_at) is distinct from (f.id, f.submitted_at))
                    or exists (select from filing.undertaking u
                                where u.filing_id = f.id and u.undertaken and u.stage = 'DRAFT' and f.submitted_at is not null)
                """);
        broken.put(
                "a review begins with the province's first move after the form was handed in",
                """
                select f.id
                  from filing.filing f
                 where f.submitted_at is not null
                   and f.review_started_at is distinct from
                       (select min(m.at) from filing.move m
                         where m.filing_id = f.id and m.at >= f.submitted_at and m.step not in ('SUBMIT', 'WITHDRAW'))
                """);
        broken.put(
                "a form was saved when its school last wrote or submitted",
                """
                select f.id
                  from filing.filing f
                 where f.first_saved_at > f.saved_at
                    or f.saved_at < (select max(u.changed_at) from filing.undertaking u
                                       join account.account a on a.id = u.changed_by and a.unit_id = f.school_id
                                      where u.filing_id = f.id
                                        and not exists (select from filing.move m where m.undertaking_id = u.id
                                                           and m.at = u.changed_at and m.step = 'WITHDRAW'))
                    or f.saved_at < (select max(s.submitted_at) from filing.submission s where s.filing_id = f.id)
                """);
        broken.put(
                "everything lies where its school lies",
                """
                select f.id
                  from filing.filing f
                  join organisation.unit s on s.id = f.school_id
                  left join filing.undertaking u on u.filing_id = f.id
                  left join filing.move m on m.undertaking_id = u.id
                 where f.school_path <> s.path or u.school_path <> s.path or m.school_path <> s.path or m.filing_id <> f.id
                """);
        broken.put(
                "a row counts its returns since it was last a draft",
                """
                select u.id
                  from filing.undertaking u
                 where u.returns <> (
                       select count(*) from filing.move m
                        where m.undertaking_id = u.id and m.step = 'RETURN'
                          and m.id > (select coalesce(max(d.id), 0) from filing.move d
                                       where d.undertaking_id = u.id and d.step in ('WITHDRAW', 'RELEASE')))
                """);
        broken.put(
                "whatever an officer moved, a decision of theirs says so in the same words",
                """
                select m.id
                  from filing.move m
                  left join filing.decision d on d.id = m.decision_id
                 where case when m.step in ('SUBMIT', 'WITHDRAW') then m.decision_id is not null
                            else (d.step, d.reason, d.cells, d.by_account, d.by_name)
                                 is distinct from (m.step, m.reason, m.cells, m.by_account, m.by_name) end
                """);
        return broken;
    }
}
