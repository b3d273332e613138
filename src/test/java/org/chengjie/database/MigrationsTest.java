package org.chengjie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs on our own server and on Debian's. */
@Tag("server")
class MigrationsTest {

    private static String url;
    private static JdbcClient jdbc;

    @BeforeAll
    static void migrateAnEmptyDatabase() {
        url = TestDatabase.freshDatabase();
        var dataSource = new DriverManagerDataSource(url);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .load()
                .migrate();
        jdbc = JdbcClient.create(dataSource);
    }

    @Test
    void leaveNothingPending() {
        assertThat(count("select count(*) from public.flyway_schema_history where not success"))
                .isZero();
        assertThat(count("select count(*) from public.flyway_schema_history")).isPositive();
    }

    @Test
    void needNoExtension() {
        assertThat(count("select count(*) from pg_extension where extname <> 'plpgsql'")).isZero();
    }

    @Test
    void putNoTableOfOursInPublic() {
        assertThat(
                        count(
                                """
                                select count(*) from pg_tables
                                 where schemaname = 'public'
                                   and tablename <> 'flyway_schema_history'
                                """))
                .isZero();
    }

    @Test
    void acceptAServerGivenByItsAddress() {
        assertThatCode(() -> Whereabouts.given(url)).doesNotThrowAnyException();
    }

    @Test
    void refuseAServerThatIsTooOld() {
        assertThatThrownBy(() -> Whereabouts.refuseOld(14))
                .isInstanceOf(NoDatabase.class)
                .hasMessageContaining("14");
        assertThatCode(() -> Whereabouts.refuseOld(15)).doesNotThrowAnyException();
    }

    @Test
    void sayPlainlyThatTheServerCannotBeReached() {
        assertThatThrownBy(() -> Whereabouts.given("postgres://u:s3cret@127.0.0.1:1/none"))
                .isInstanceOf(NoDatabase.class)
                .hasMessageContaining("127.0.0.1:1/none")
                .hasMessageNotContaining("s3cret");
    }

    private static long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
