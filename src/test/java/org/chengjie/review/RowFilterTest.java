package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.chengjie.filing.Stage;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {

    private static final RowFilter EVERYTHING =
            new RowFilter(
                    "3.1",
                    77L,
                    Kind.COLLEGE,
                    "石家庄市",
                    Stage.SUBMITTED,
                    "“三全&育人”=+ %\"><",
                    new Amount(10_500),
                    new Amount(99_999_999_999L),
                    Instant.parse("2020-11-24T07:20:08.123456Z"),
                    true,
                    true,
                    OpinionGiven.DISAGREES,
                    Instant.parse("2020-11-24T08:00:00Z"));

    @Test
    void changesOneFieldAndNoOther() {
        var other = EVERYTHING.withItem("").withStage(null).withMarked(false);
        assertThat(other)
                .isEqualTo(
                        RowFilter.parse(
                                EVERYTHING.query().replaceAll("(item|stage|marked)=[^&]*&", "")));
        assertThat(other.withItem("3.1").withStage(Stage.SUBMITTED).withMarked(true))
                .isEqualTo(EVERYTHING);
    }

    @Test
    void readsBackWhatItWrites() {
        assertThat(RowFilter.parse(EVERYTHING.query())).isEqualTo(EVERYTHING);
        assertThat(RowFilter.parse(RowFilter.ALL.query())).isEqualTo(RowFilter.ALL);
        assertThat(RowFilter.ALL.query()).isEmpty();
    }

    @Test
    void writesNothingThatWouldEndALinkOrAnAttribute() {
        assertThat(EVERYTHING.query()).matches("[A-Za-z0-9=&%._*-]+");
    }

    @Test
    void readsTheFieldsOfARequest() {
        var fields = Map.of("item", " 3.1 ", "kind", "COLLEGE", "least", "1,046.5", "marked", "1");
        var filter = RowFilter.of(fields);
        assertThat(filter.item()).isEqualTo("3.1");
        assertThat(filter.kind()).isEqualTo(Kind.COLLEGE);
        assertThat(filter.least()).isEqualTo(new Amount(10_465_000));
        assertThat(filter.marked()).isTrue();
        assertThat(filter.resubmitted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "kind=NONE",
        "stage=approved",
        "school=1e9",
        "school=-1",
        "least=1e5",
        "least=NaN",
        "least=1.23456",
        "most=99999999999999",
        "changed=yesterday",
        "opinion=x",
        "marked=true"
    })
    void takesWhatItCannotReadForNotGiven(String query) {
        assertThat(RowFilter.parse(query)).isEqualTo(RowFilter.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"words=%zz", "=&&=", "words", "%00=1", "words=%00%0d"})
    void readsBrokenQueriesWithoutFault(String query) {
        assertThat(RowFilter.parse(query)).isEqualTo(RowFilter.ALL);
    }

    @Test
    void keepsSixtyCharactersOfWords() {
        assertThat(RowFilter.of(Map.of("words", "学".repeat(100))).words()).hasSize(60);
    }
}
