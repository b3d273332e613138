package org.chengjie.world;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which rows generated schools undertake, and with what values, in the temporary table {@code
 * generated_row}: a few as officers meet them, with nothing at all, 元 typed for 万元, or a quantity
 * beyond the whole country's.
 */
@Component
class GeneratedRows {

    /** What a source is after scaling: to the yuan where it counts, roughly where it does not. */
    private static final String FITTED =
            """
            case when counts and %3$s then pg_temp.part(upto_%2$s, whole_%2$s, wanted_%2$s)
                                           - pg_temp.part(upto_%2$s - told_%2$s, whole_%2$s, wanted_%2$s)
                 else least(99999999000, pg_temp.part(%1$s, whole_%2$s, wanted_%2$s)) end as %1$s\
            """;

    private final JdbcClient jdbc;

    GeneratedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void draw(Scale scale, long planId) {
        pick(scale, planId);
        Counted.of(jdbc, "generated_pick");
        value(scale);
        Counted.of(jdbc, "generated_row");
        if (scale.totals() != null) {
            fit(scale.totals());
        }
        jdbc.sql("drop table generated_pick").update();
    }

    /**
     * Every school that files undertakes the first item at least; one row in a hundred was ticked
     * once and no longer is.
     */
    private void pick(Scale scale, long planId) {
        jdbc.sql(
                        """
                        create temp table generated_pick as
                        with item as (
                            select id, no, takes_quantity, national_target, position = min(position) over () as sure,
                                   count(*) over () as items, 0.6 + 0.8 * pg_temp.chance(no, 10) as favour
                              from plan.item
                             where plan_id = :plan and undertaken_by = 'SCHOOL'
                        ), school as (
                            select s.*, f.id as filing_id, case when kind = 'SECONDARY' then 1.0 else 1.6 end as weight
                              from generated_school s
                              join filing.filing f on f.school_id = s.id and f.plan_id = :plan)
                        select s.id as school_id, s.filing_id, s.path, s.fate as fate_of_school, s.weight, i.id as item_id, i.takes_quantity,
                               i.national_target, i.sure or luck < wish as undertaken, key
                          from school s
                          cross join item i
                          cross join lateral (
                              select s.code || '/' || i.no as key,
                                     pg_temp.chance(s.code || '/' || i.no, 11) as luck,
                                     :rows / :filing / items * favour * weight * (0.6 + 0.7 * pg_temp.chance(s.code, 12)) as wish) as drawn
                         where (i.sure or luck < wish + 0.01)
                           and not exists (select from filing.withheld_item w where w.item_id = i.id and w.province_id = s.province_id)
                        """)
                .param("plan", planId)
                .param("rows", scale.rows())
                .param("filing", scale.filing())
                .update();
    }

    /** A row that was returned has the values that were its flaw, and those it was mended to. */
    private void value(Scale scale) {
        var means = scale.means();
        jdbc.sql(
                        """
                        create temp table generated_row as
                        with drawn as (
                            select p.*, pg_temp.chance(key, 13) as turn, 1 + floor(4 * pg_temp.chance(key, 14))::int as draw, pg_temp.chance(key, 15) as oddity,
                                   case when takes_quantity then
                                       greatest(1, round(coalesce(national_target, 1) / 2500.0 * exp(0.5 * pg_temp.bell(key, 16))))::bigint
                                   end as usual_quantity,
                                   pg_temp.amount(key, 20, 0.1, :selfRaised * weight) as usual_self_raised,
                                   pg_temp.amount(key, 30, 0.5, :industry * weight) as usual_industry,
                                   pg_temp.amount(key, 40, 0.7, :sponsor * weight) as usual_sponsor,
                                   pg_temp.amount(key, 50, 0.3, :local * weight) as usual_local
                              from generated_pick p
                        ), decided as (
                            select d.*,
                                   case when fate_of_school = 'SAVED' or not undertaken then 'DRAFT'
                                        when fate_of_school = 'WAITING' or (fate_of_school = 'IN_REVIEW' and turn < 0.40) then 'WAITING'
                                        when fate_of_school = 'IN_REVIEW' and turn between 0.66 and 0.74 then 'RETURNED'
                                        when fate_of_school = 'IN_REVIEW' and turn between 0.74 and 0.78 then 'BEING_MENDED'
                                        when fate_of_school = 'IN_REVIEW' and turn between 0.78 and 0.90 then 'MENDED'
                                        when turn > 0.95 then 'REJECTED'
                                        when turn > 0.86 then 'MENDED_APPROVED'
                                        else 'APPROVED' end as fate,
                                   case when oddity between 0.02 and 0.025 and national_target is not null then least(2 * national_target, :slip * usual_quantity)
                                        else usual_quantity end as quantity,
                                   case when oddity < 0.01 then 0 when oddity between 0.03 and 0.034 and fate_of_school = 'WAITING' then least(:slip * usual_self_raised, 99999999999)
                                        else usual_self_raised end as self_raised,
                                   case when oddity < 0.01 then 0 else usual_industry end as industry,
                                   case when oddity < 0.01 then 0 else usual_sponsor end as sponsor,
                                   case when oddity < 0.01 then 0 else usual_local end as local
                              from drawn d
                        ), flawed as (
                            select d.*, case when fate in ('RETURNED', 'BEING_MENDED', 'MENDED', 'MENDED_APPROVED')
                                             then case when draw = 2 and not takes_quantity then 3 else draw end else 0 end as flaw
                              from decided d)
                        select school_id, filing_id, path, item_id, takes_quantity, undertaken, key, fate, flaw,
                               quantity, self_raised, industry, sponsor, local,
                               case flaw when 2 then 10 * quantity else quantity end as flawed_quantity,
                               case flaw when 1 then least(:slip * self_raised, 99999999999) else self_raised end as flawed_self_raised,
                               case flaw when 4 then industry + 50000 else industry end as flawed_industry,
                               case flaw when 3 then local + 5000000 else local end as flawed_local
                          from flawed
                         order by filing_id, item_id
                        """)
                .param("selfRaised", means.selfRaised())
                .param("industry", means.industry())
                .param("sponsor", means.sponsor())
                .param("local", means.local())
                .param("slip", scale.slip())
                .update();
    }

    /**
     * Scales each source so that what counts sums to its total, to the yuan: every row gets what
     * the running sum rounds to, less what it rounded to before. A row that is returned counts as
     * it was handed in, with its flaw. What schools had filed before is part of the total. All in
     * one reading of the rows, of which ten times the country has millions.
     */
    private void fit(Scale.Totals totals) {
        jdbc.sql("alter table generated_row rename to generated_amount").update();
        jdbc.sql(
                        """
                        create temp table generated_row as
                        with wanted as (
                            select %s
                              from filing.undertaking
                             where undertaken and stage <> 'DRAFT'
                        ), counted as (
                            select *, undertaken and fate <> 'DRAFT' as counts, fate = 'RETURNED' as as_flawed
                              from generated_amount
                        ), told as (
                            select *, %s
                              from counted
                        ), running as (
                            select *, %s
                              from told
                            window upto as (order by filing_id, item_id rows unbounded preceding)
                        )
                        select school_id, filing_id, path, item_id, takes_quantity, undertaken, key, fate, flaw, quantity, flawed_quantity, %s
                          from running
                         cross join wanted
                         order by filing_id, item_id
                        """
                                .formatted(
                                        ofEach(":%1$s - coalesce(sum(%1$s), 0) as wanted_%1$s"),
                                        ofEach(
                                                "case when not counts then 0 when as_flawed then %2$s else %1$s end as told_%1$s"),
                                        ofEach(
                                                "sum(told_%1$s) over upto as upto_%1$s, sum(told_%1$s) over () as whole_%1$s"),
                                        fitted()))
                .param("self_raised", totals.selfRaised())
                .param("industry", totals.industry())
                .param("sponsor", totals.sponsor())
                .param("local", totals.local())
                .update();
        jdbc.sql("drop table generated_amount").update();
    }

    private static String fitted() {
        return String.join(
                ",\n",
                FITTED.formatted("self_raised", "self_raised", "not as_flawed"),
                FITTED.formatted("flawed_self_raised", "self_raised", "as_flawed"),
                FITTED.formatted("industry", "industry", "not as_flawed"),
                FITTED.formatted("flawed_industry", "industry", "as_flawed"),
                FITTED.formatted("sponsor", "sponsor", "true"),
                FITTED.formatted("local", "local", "not as_flawed"),
                FITTED.formatted("flawed_local", "local", "as_flawed"));
    }

    /** Nobody gets the sponsor's part wrong. */
    private static String ofEach(String template) {
        return Stream.of("self_raised", "industry", "sponsor", "local")
                .map(source ->
                        template.formatted(
                                source, source.equals("sponsor") ? source : "flawed_" + source))
                .collect(Collectors.joining(",\n"));
    }
}
