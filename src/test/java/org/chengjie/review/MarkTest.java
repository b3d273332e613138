package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengjie.PageTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a row is marked: its own numbers beside the medians of its peers. */
@PageTest
class MarkTest {

    @Autowired private JdbcClient jdbc;

    /** Amounts are whole yuan; an empty cell is a median or a target that does not exist. */
    @ParameterizedTest
    @CsvSource({
        // quantity, total, median quantity, median total, target, marks
        "1,         600000, 1, 600000, 200, ''",
        "1,              0, 1, 600000, 200, NOTHING",
        "1,              0,  ,       ,    , NOTHING",
        "5,         600000, 1, 600000, 200, QUANTITY_FAR_ABOVE_PEERS",
        "4,         600000, 1, 600000, 200, ''",
        "12,        600000, 3, 600000, 200, ''",
        "15,        600000, 3, 600000, 200, QUANTITY_FAR_ABOVE_PEERS",
        "99,        600000,  ,       , 200, ''",
        "201,       600000, 90, 600000, 200, ABOVE_TARGET",
        "200,       600000, 90, 600000, 200, ''",
        "201,       600000, 1, 600000, 200, 'QUANTITY_FAR_ABOVE_PEERS ABOVE_TARGET'",
        ",          600000,  , 600000,    , ''",
        "1,       11999999, 1, 600000, 200, ''",
        "1,       12000000, 1, 600000, 200, FUNDS_FAR_FROM_PEERS",
        "1,          30000, 1, 600000, 200, FUNDS_FAR_FROM_PEERS",
        "1,          30001, 1, 600000, 200, ''",
        "1,      299999999, 1, 600000, 200, FUNDS_FAR_FROM_PEERS",
        "1,      300000000, 1, 600000, 200, IN_YUAN",
        "1,     6000050000, 1, 600000, 200, IN_YUAN",
        "1,    99999999999, 1, 600000, 200, IN_YUAN",
        "1,   399999999996, 1, 600000, 200, FUNDS_FAR_FROM_PEERS",
        "1,   399999999996, 1,      0, 200, ''"
    })
    void marks(
            @Nullable Long quantity,
            long total,
            @Nullable Long medianQuantity,
            @Nullable Long medianTotal,
            @Nullable Long target,
            String expected) {
        var marks =
                jdbc.sql(
                                "select "
                                        + Mark.column()
                                        + """
                                          as marks
                                          from (values (cast(:quantity as bigint), cast(:total as bigint), cast(:mq as bigint),
                                                        cast(:mt as bigint), cast(:target as bigint)))
                                            as row (quantity, total, median_quantity, median_total, national_target)
                                        """)
                        .param("quantity", quantity)
                        .param("total", total)
                        .param("mq", medianQuantity)
                        .param("mt", medianTotal)
                        .param("target", target)
                        .query((row, n) ->
                                String.join(" ", (String[]) row.getArray("marks").getArray()))
                        .single();
        assertThat(marks).isEqualTo(expected);
    }
}
