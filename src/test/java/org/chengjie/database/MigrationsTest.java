package org.chengjie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        Whereabouts.given(url);
        jdbc = JdbcClient.create(new DriverManagerDataSource(url));
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
    void areNotLookedAtAgainWhereNothingHasChanged() {
        var before = lastTime();
        Whereabouts.given(url);
        assertThat(lastTime()).isEqualTo(before);
    }

    @Test
    void mendWhatARestoredCopyHasLost() {
        jdbc.sql("revoke select on account.account from chengjie_app").update();
        jdbc.sql("alter table account.account no force row level security").update();
        Whereabouts.given(url);
        assertThat(
                        count(
                                """
                                select count(*) from pg_class
                                 where oid = 'account.account'::regclass and relforcerowsecurity
                                   and has_table_privilege('chengjie_app', oid, 'select')
                                """))
                .isOne();
    }

    @Test
    void comeAgainAfterAnOlderBuildHasPutBackItsOwn() {
        jdbc.sql(
                        """
                        insert into public.flyway_schema_history
                        select installed_rank + 1, version, 'wall', type, 'R__wall.sql', 0, installed_by, installed_on, 0, true
                          from (select * from public.flyway_schema_history
                                 where version is null order by installed_rank desc limit 1) as last
                        """)
                .update();
        Whereabouts.given(url);
        assertThat(
                        count(
                                """
                                select checksum from public.flyway_schema_history
                                 where script = 'R__wall.sql' order by installed_rank desc limit 1
                                """))
                .isNotZero();
    }

    private static String lastTime() {
        return jdbc.sql(
                        """
                        select xmin::text from pg_description
                         where objoid = 'public.flyway_schema_history'::regclass
                        """)
                .query(String.class)
                .single();
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
