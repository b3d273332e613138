package org.chengjie.world;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores generated rows with the moves that brought each to where it stands, the decisions behind
 * those, and the receipts: all that the product would have written, but for the audit, which tells
 * only what really happened.
 */
@Component
class GeneratedMoves {

    /**
     * What happens to a row of each fate, in turn: the step, when, and whether it has been mended
     * by then.
     */
    private static final String SCRIPT =
            """
            (values
                ('WAITING',         1, 'SUBMIT',  false), ('APPROVED',        1, 'SUBMIT',  false), ('REJECTED', 1, 'SUBMIT', false),
                ('APPROVED',        2, 'APPROVE', false), ('REJECTED',        2, 'REJECT',  false),
                ('RETURNED',        1, 'SUBMIT',  false), ('RETURNED',        2, 'RETURN',  false),
                ('BEING_MENDED',    1, 'SUBMIT',  false), ('BEING_MENDED',    2, 'RETURN',  false),
                ('MENDED',          1, 'SUBMIT',  false), ('MENDED',          2, 'RETURN',  false), ('MENDED', 3, 'SUBMIT', true),
                ('MENDED_APPROVED', 1, 'SUBMIT',  false), ('MENDED_APPROVED', 2, 'RETURN',  false),
                ('MENDED_APPROVED', 3, 'SUBMIT',  true),  ('MENDED_APPROVED', 4, 'APPROVE', true)) as script (fate, turn, step, mended)
            """;

    private final JdbcClient jdbc;

    GeneratedMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store() {
        play();
        Counted.of(jdbc, "generated_move");
        undertakings();
        Counted.of(jdbc, "filing.undertaking");
        decisions();
        moves();
        receipts();
        filings();
        jdbc.sql("drop table generated_move, generated_row, generated_school").update();
    }

    /**
     * Every move, with the version that its row has after it; a few schools took their form back
     * once.
     */
    private void play() {
        jdbc.sql(
                        """
                        create temp table generated_move as
                        with act as (
                            select fate, turn, step, mended from
                        """
                                + SCRIPT
                                + """
                                ), played as (
                                    select r.school_id, r.item_id, a.turn, a.step, a.mended,
                                           case a.turn when 1 then s.submitted_at when 3 then s.mended_at when 4 then s.settled_at
                                                else s.decided_at + case a.step when 'APPROVE' then 0 when 'REJECT' then 5 else r.flaw end * interval '1 minute'
                                                end as at
                                      from generated_row r
                                      join generated_school s on s.id = r.school_id
                                      join act a on a.fate = r.fate
                                    union all
                                    select r.school_id, r.item_id, before.turn, before.step, false,
                                           s.saved_at + (s.submitted_at - s.saved_at) * before.part
                                      from generated_row r
                                      join generated_school s on s.id = r.school_id and s.withdrew
                                      cross join (values (-1, 'SUBMIT', 0.3), (0, 'WITHDRAW', 0.6)) as before (turn, step, part)
                                     where r.fate <> 'DRAFT'
                                ), told as (
                                    select p.*, r.filing_id, r.path, s.province_id, step in ('SUBMIT', 'WITHDRAW') as by_school,
                                           case when step in ('SUBMIT', 'WITHDRAW') then s.account_id else s.officer_id end as by_account,
                                           case when step in ('SUBMIT', 'WITHDRAW') then s.name else s.officer_name end as by_name,
                                           case when step = 'REJECT' then '与本校办学定位和条件不符，不予承接。'
                                                when step = 'RETURN' then
                                                    (array['学校自筹疑似按元填写，请按万元核对后重新提交。', '承接数量远高于同类学校，请按实际能力填写。',
                                                           '地市县投入请附财政部门意见，无依据的部分请核减。', '请核实各项投入来源。'])[r.flaw]
                                                else '' end as reason,
                                           case when step = 'RETURN' then
                                               case r.flaw when 1 then '{SELF_RAISED}' when 2 then '{QUANTITY}' when 3 then '{LOCAL}' else '{}' end
                                                else '{}' end::text[] as cells,
                                           case when mended then r.quantity else r.flawed_quantity end as quantity,
                                           case when mended then r.self_raised else r.flawed_self_raised end as self_raised,
                                           case when mended then r.industry else r.flawed_industry end as industry, r.sponsor,
                                           case when mended then r.local else r.flawed_local end as local
                                      from played p
                                      join generated_row r using (school_id, item_id)
                                      join generated_school s on s.id = p.school_id
                                     order by at, school_id, item_id)
                                select nextval('filing.version') as version, told.* from told
                                """)
                .update();
    }

    /** A row that is being mended holds what the school has typed since it was returned. */
    private void undertakings() {
        jdbc.sql(
                        """
                        with last as (
                            select distinct on (school_id, item_id) *,
                                   count(*) filter (where step = 'RETURN') over (partition by school_id, item_id) as returns
                              from generated_move
                             order by school_id, item_id, turn desc)
                        insert into filing.undertaking
                               (filing_id, school_path, item_id, takes_quantity, undertaken, stage, quantity, self_raised, industry, sponsor, local,
                                version, changed_at, changed_by, changed_name, returns)
                        select r.filing_id, r.path, r.item_id, r.takes_quantity, r.undertaken,
                               case last.step when 'SUBMIT' then 'SUBMITTED' when 'APPROVE' then 'APPROVED' when 'RETURN' then 'RETURNED'
                                              when 'REJECT' then 'REJECTED' else 'DRAFT' end,
                               case when kept and (whole or pg_temp.chance(key, 61) > 0.1) then
                                   case when flawed then r.flawed_quantity else r.quantity end end,
                               case when kept and (whole or pg_temp.chance(key, 62) > 0.1) then
                                   case when flawed then r.flawed_self_raised else r.self_raised end end,
                               case when kept and (whole or pg_temp.chance(key, 63) > 0.1) then
                                   case when flawed then r.flawed_industry else r.industry end end,
                               case when kept and (whole or pg_temp.chance(key, 64) > 0.1) then r.sponsor end,
                               case when kept and (whole or pg_temp.chance(key, 65) > 0.1) then
                                   case when flawed then r.flawed_local else r.local end end,
                               case when mine then nextval('filing.version') else last.version end,
                               case r.fate when 'DRAFT' then s.saved_at when 'BEING_MENDED' then s.mended_at else last.at end,
                               case when mine then s.account_id else last.by_account end,
                               case when mine then s.name else last.by_name end,
                               coalesce(last.returns, 0)
                          from generated_row r
                          join generated_school s on s.id = r.school_id
                          left join last using (school_id, item_id)
                          cross join lateral (
                              select r.undertaken as kept, r.fate <> 'DRAFT' as whole, r.fate = 'RETURNED' as flawed,
                                     r.fate in ('DRAFT', 'BEING_MENDED') as mine) as how
                         order by r.filing_id, r.item_id
                        """)
                .update();
    }

    /** One for each time an officer said one thing to one school. */
    private void decisions() {
        jdbc.sql(
                        """
                        insert into filing.decision (province_id, step, reason, cells, at, by_account, by_name)
                        select distinct province_id, step, reason, cells, at, by_account, by_name
                          from generated_move
                         where not by_school
                         order by at
                        """)
                .update();
    }

    private void moves() {
        jdbc.sql(
                        """
                        insert into filing.move (undertaking_id, filing_id, school_path, step, at, by_account, by_name, reason, cells,
                                                 quantity, self_raised, industry, sponsor, local, decision_id, version)
                        select u.id, m.filing_id, m.path, m.step, m.at, m.by_account, m.by_name, m.reason, m.cells,
                               m.quantity, m.self_raised, m.industry, m.sponsor, m.local, d.id, m.version
                          from generated_move m
                          join filing.undertaking u on u.filing_id = m.filing_id and u.item_id = m.item_id
                          left join filing.decision d on not m.by_school and d.province_id = m.province_id and d.at = m.at
                               and d.by_account = m.by_account and d.step = m.step and d.reason = m.reason
                         order by m.version
                        """)
                .update();
    }

    private void receipts() {
        jdbc.sql(
                        """
                        with submitted as (
                            select filing_id, province_id, at, by_account, count(*) as rows,
                                   sum(self_raised + industry + sponsor + local)::bigint as total
                              from generated_move
                             where step = 'SUBMIT'
                             group by filing_id, province_id, at, by_account
                             order by at)
                        insert into filing.submission (receipt_no, filing_id, submitted_at, submitted_by, rows, total)
                        select left(p.code, 2) || to_char(at at time zone 'Asia/Shanghai', '-YYYYMMDD-')
                               || lpad(turn, greatest(5, length(turn)), '0'), filing_id, at, by_account, rows, total
                          from (select s.*, nextval('filing.receipt')::text as turn from submitted s) as numbered
                          join organisation.unit p on p.id = province_id
                        """)
                .update();
    }

    /** A form stands as it was first handed in, or handed in again after it had been taken back. */
    private void filings() {
        jdbc.sql(
                        """
                        with told as (
                            select filing_id, max(at) filter (where turn = 1) as submitted_at,
                                   min(at) filter (where not by_school) as review_started_at
                              from generated_move
                             group by filing_id
                        ), saved as (
                            select u.filing_id, greatest(max(u.changed_at) filter (where u.changed_by = s.account_id),
                                                         (select max(n.submitted_at) from filing.submission n where n.filing_id = u.filing_id))
                                   as saved_at
                              from filing.undertaking u
                              join generated_school s on s.path = u.school_path
                             group by u.filing_id)
                        update filing.filing f
                           set submitted_at = told.submitted_at, review_started_at = told.review_started_at, saved_at = saved.saved_at,
                               receipt_no = (select n.receipt_no from filing.submission n
                                              where n.filing_id = f.id and n.submitted_at = told.submitted_at)
                          from saved
                          left join told using (filing_id)
                         where f.id = saved.filing_id
                        """)
                .update();
    }
}
