package org.chengjie.world;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.chengjie.account.Contact;
import org.chengjie.filing.Cell;
import org.chengjie.filing.ContactEdit;
import org.chengjie.filing.Filings;
import org.chengjie.filing.TypedRow;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.Unit;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Some schools of the demo world that have filed already, so that a province has something to look
 * at.
 */
@Component
class DemoFilings {

    /** The school of the manual's worked example: its form stays empty. */
    private static final String LEFT_EMPTY = "4114013528";

    private final Filings filings;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoFilings(Filings filings, JdbcClient jdbc, Clock clock) {
        this.filings = filings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every fourth school has submitted, and of the rest every fifth has only saved. */
    void file(List<Unit> schools) {
        for (int i = 0; i < schools.size(); i++) {
            var school = schools.get(i);
            boolean submits = i % 4 == 1;
            boolean saves = submits || i % 5 == 2;
            if (!saves || school.code().equals(LEFT_EMPTY)) {
                continue;
            }
            var random = new Random(school.code().hashCode());
            var actor = actor(school, "本校联系人");
            var rows = rows(filings.form(actor).items(), random, school.kind() == Kind.SECONDARY);
            var contact =
                    new Contact(
                            "本校联系人",
                            "0351-%07d".formatted(1_000_000 + random.nextInt(8_999_999)),
                            "130%08d".formatted(i));
            if (submits) {
                filings.submit(actor, rows, ContactEdit.of(contact));
            } else {
                filings.save(actor, rows, ContactEdit.of(contact));
            }
        }
    }

    /** The main account of a unit, as if it acted now. */
    Actor actor(Unit unit, String name) {
        long account =
                jdbc.sql("select id from account.account where unit_id = :unit and main")
                        .param("unit", unit.id())
                        .query(Long.class)
                        .single();
        return new Actor(
                account,
                unit.code(),
                name,
                Role.ADMIN,
                unit.tier(),
                unit.id(),
                unit.name(),
                unit.code(),
                unit.path(),
                unit.tier() == Tier.SCHOOL,
                "127.0.0.1",
                clock.instant());
    }

    private static List<TypedRow> rows(List<Item> items, Random random, boolean small) {
        var rows = new ArrayList<TypedRow>();
        for (var item : items) {
            if (random.nextInt(100) < (small ? 25 : 50)) {
                var cells = new EnumMap<Cell, String>(Cell.class);
                if (item.takesQuantity()) {
                    cells.put(Cell.QUANTITY, String.valueOf(1 + random.nextInt(3)));
                }
                cells.put(Cell.SELF_RAISED, String.valueOf(random.nextInt(120)));
                cells.put(Cell.INDUSTRY, String.valueOf(random.nextInt(40)));
                cells.put(
                        Cell.SPONSOR,
                        random.nextInt(4) == 0 ? String.valueOf(random.nextInt(30)) : "0");
                cells.put(Cell.LOCAL, random.nextInt(60) + (random.nextBoolean() ? ".5" : ""));
                rows.add(new TypedRow(item.no(), 0, true, cells));
            }
        }
        return rows;
    }
}
