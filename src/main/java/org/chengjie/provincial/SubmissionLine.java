package org.chengjie.provincial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.plan.Item;
import org.chengjie.shared.Amount;

/**
 * An item as it goes up to the ministry: what its approved school rows and the province's own row
 * come to (spec P3).
 *
 * @param schools how many schools undertake it; a school has one row an item, so rows too
 * @param schoolQuantity 0 where the item takes none
 * @param own whether the province undertakes it itself
 * @param ownBodies 承接单位 of the province; empty where it does not
 */
public record SubmissionLine(
        Item item,
        int schools,
        long schoolQuantity,
        boolean own,
        long ownQuantity,
        String ownBodies,
        FiveFunds funds) {

    static SubmissionLine of(Item item, SchoolFigures approved, OwnRow own) {
        var quantity = own.quantity();
        return new SubmissionLine(
                item,
                approved.schools(),
                approved.quantity(),
                own.undertaken(),
                quantity == null ? 0 : quantity,
                own.bodies(),
                new FiveFunds(approved.funds(), own.provincial()));
    }

    /** As it was stored. */
    public static SubmissionLine read(ResultSet row, Item item) throws SQLException {
        return new SubmissionLine(
                item,
                row.getInt("schools"),
                row.getLong("school_quantity"),
                row.getBoolean("own"),
                row.getLong("own_quantity"),
                row.getString("own_bodies"),
                new FiveFunds(SchoolRows.funds(row), new Amount(row.getLong("provincial"))));
    }

    /** Lines as columns, to be written in one statement; the sources in the order of the table. */
    public static Map<String, Object> columns(List<SubmissionLine> lines) {
        var columns = new HashMap<String, Object>();
        columns.put("items", lines.stream().map(line -> line.item().id()).toArray(Long[]::new));
        columns.put("schools", lines.stream().map(SubmissionLine::schools).toArray(Integer[]::new));
        columns.put(
                "quantities",
                lines.stream().map(SubmissionLine::schoolQuantity).toArray(Long[]::new));
        columns.put("own", lines.stream().map(SubmissionLine::own).toArray(Boolean[]::new));
        columns.put(
                "ownQuantities",
                lines.stream().map(SubmissionLine::ownQuantity).toArray(Long[]::new));
        columns.put(
                "ownBodies", lines.stream().map(SubmissionLine::ownBodies).toArray(String[]::new));
        columns.put("selfRaised", yuan(lines, Source.SELF_RAISED));
        columns.put("industry", yuan(lines, Source.INDUSTRY));
        columns.put("sponsor", yuan(lines, Source.SPONSOR));
        columns.put("local", yuan(lines, Source.LOCAL));
        columns.put("provincial", yuan(lines, Source.PROVINCIAL));
        return columns;
    }

    private static Long[] yuan(List<SubmissionLine> lines, Source source) {
        return lines.stream().map(line -> line.funds().of(source).yuan()).toArray(Long[]::new);
    }

    /** Whether anybody undertakes it: only such items go up. */
    public boolean undertaken() {
        return schools > 0 || own;
    }

    /** 承接数量: of the schools and of the province. */
    public long quantity() {
        return schoolQuantity + ownQuantity;
    }

    /** 承接单位, and rows: the schools, and one for the province itself. */
    public int units() {
        return schools + (own ? 1 : 0);
    }
}
