package org.chengjie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgres://app:secret@db:5433/chengjie, jdbc:postgresql://db:5433/chengjie, app, secret",
        "postgresql://app:secret@db/chengjie, jdbc:postgresql://db/chengjie, app, secret",
        "postgresql://a%40b:p%2F%3A%23+%E6%89%BF@db/c, jdbc:postgresql://db/c, a@b, p/:#+承",
        "postgresql://app@my_host/c?sslmode=require, jdbc:postgresql://my_host/c?sslmode=require, app,",
        "'postgres://u:p@one:1,two:2/c', 'jdbc:postgresql://one:1,two:2/c', u, p",
        "postgresql://[::1]:5432/c, jdbc:postgresql://[::1]:5432/c, , ",
        "jdbc:postgresql://db:5433/c?user=u&password=p, jdbc:postgresql://db:5433/c?user=u&password=p, ,",
        "' postgres://u:p@db/c ', jdbc:postgresql://db/c, u, p",
    })
    void readsEveryUsualForm(
            String text, String jdbcUrl, @Nullable String user, @Nullable String password) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl(jdbcUrl, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://app:s3cret@db/chengjie",
                "postgres://app:s3cret@db",
                "postgres://app:s3cret@db/",
                "postgres://app:s3cret@db:port/chengjie",
                "postgres://app:s3cret%ZZ@db/chengjie",
                "jdbc:mysql://db/chengjie?password=s3cret",
                "s3cret"
            })
    void refusesAnythingElseWithoutRepeatingThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(NoDatabase.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void showsNoPassword() {
        assertThat(DatabaseUrl.parse("postgres://app:s3cret@db/c?password=s3cret"))
                .asString()
                .doesNotContain("s3cret");
    }
}
