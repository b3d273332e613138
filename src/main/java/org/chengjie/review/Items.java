package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.filing.Funds;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the schools of a province take on, item by item, as it is kept (spec R4). */
@Repository
public class Items {

    private final JdbcClient jdbc;

    Items(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By item; those without a row and without a quota are absent. */
    public Map<Long, ItemLine> all(Reach reach) {
        return read(reach, null).stream()
                .collect(Collectors.toMap(ItemLine::itemId, Function.identity()));
    }

    /** One item. */
    public ItemLine find(Reach reach, long itemId) {
        return read(reach, itemId).stream().findFirst().orElseGet(() -> ItemLine.none(itemId));
    }

    private List<ItemLine> read(Reach reach, @Nullable Long itemId) {
        return jdbc.sql(
                        "with "
                                + Marks.MARKED
                                + """
                                , noted as (
                                    select item_id, count(*) as marked from marked group by item_id
                                )
                                select coalesce(t.item_id, q.item_id) as item_id, q.quantity as quota,
                                       coalesce(rows, 0) as rows, coalesce(waiting, 0) as waiting,
                                       coalesce(approved, 0) as approved_rows, coalesce(marked, 0) as marked,
                                       coalesce(t.quantity, 0) as quantity, coalesce(approved_quantity, 0) as approved_quantity,
                                       coalesce(self_raised, 0) as self_raised, coalesce(industry, 0) as industry,
                                       coalesce(sponsor, 0) as sponsor, coalesce(local, 0) as local
                                  from (select * from review.taken
                                         where place = :reach
                                           and (cast(:item as bigint) is null or item_id = :item)) as t
                                  left join noted on noted.item_id = t.item_id
                                  full join (select item_id, quantity from review.quota
                                              where province_id = :province
                                                and (cast(:item as bigint) is null or item_id = :item)) as q
                                    on q.item_id = t.item_id
                                """)
                .param("reach", reach.path())
                .param("province", reach.provinceId())
                .param("item", itemId, Types.BIGINT)
                .query(Items::line)
                .list();
    }

    private static ItemLine line(ResultSet row, int number) throws SQLException {
        return new ItemLine(
                row.getLong("item_id"),
                row.getObject("quota", Long.class),
                row.getInt("rows"),
                row.getInt("waiting"),
                row.getInt("approved_rows"),
                row.getInt("marked"),
                row.getLong("quantity"),
                row.getLong("approved_quantity"),
                new Funds(
                        new Amount(row.getLong("self_raised")),
                        new Amount(row.getLong("industry")),
                        new Amount(row.getLong("sponsor")),
                        new Amount(row.getLong("local"))));
    }
}
