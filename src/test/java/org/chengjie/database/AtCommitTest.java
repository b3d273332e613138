package org.chengjie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for the commit, over one connection behind the wall. */
@Tag("server")
class AtCommitTest {

    private final AtCommit atCommit = new AtCommit();

    private DatabaseUrl database;
    private Connection session;
    private JdbcClient jdbc;
    private Transactions transactions;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() throws SQLException {
        database = DatabaseUrl.parse(TestDatabase.freshDatabase());
        session = database.connect();
        var source = new SingleConnectionDataSource(WalledConnection.around(session), true);
        jdbc = JdbcClient.create(source);
        transactions = new Transactions(source);
        transaction = new TransactionTemplate(transactions);
        jdbc.sql("create table told (turn int primary key, words text not null)").update();
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    @Test
    void waitsForTheCommit() {
        transaction.executeWithoutResult(status -> {
            tell(1, "one");
            tell(2, "two");
            assertThat(toldInThisSession()).isZero();
        });
        assertThat(toldToOthers()).isEqualTo(2);
    }

    @Test
    void goesBeforeAnyOtherStatement() {
        transaction.executeWithoutResult(status -> {
            tell(1, "one");
            assertThat(told()).isEqualTo("one");
            tell(2, "two");
            jdbc.sql("update told set words = 'changed' where turn = 2").update();
        });
        assertThat(told()).isEqualTo("one changed");
    }

    @Test
    void keepsNothingWhereOneFails() {
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() ->
                        transaction.executeWithoutResult(status -> {
                            insert(1);
                            tell(2, "two");
                            tell(1, "again");
                        }));
        assertThat(toldToOthers()).isZero();
        transaction.executeWithoutResult(status -> insert(3));
        assertThat(told()).isEqualTo("given");
    }

    @Test
    void isForgottenWithItsTransaction() {
        transaction.executeWithoutResult(status -> {
            tell(1, "one");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> insert(2));
        assertThat(told()).isEqualTo("given");
    }

    @Test
    void doesNotGoWithATransactionInBetween() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        transaction.executeWithoutResult(status -> {
            tell(1, "one");
            apart.executeWithoutResult(inner -> assertThat(told()).isEmpty());
        });
        assertThat(told()).isEqualTo("one");
    }

    @Test
    void doesNotGoOverAnotherConnection() throws SQLException {
        try (var other = WalledConnection.around(database.connect())) {
            transaction.executeWithoutResult(status -> {
                tell(1, "one");
                assertThat(count(other)).isZero();
                status.setRollbackOnly();
            });
        }
        assertThat(toldToOthers()).isZero();
    }

    @Test
    void goesBehindTheWallItWasAskedForBehind() {
        transaction.executeWithoutResult(status -> {
            tellReach(1, "/1/2/");
            tellReach(2, "/1/2/");
            tellReach(3, "/1/2/3/");
        });
        assertThat(told()).isEqualTo("/1/2/ /1/2/ /1/2/3/");
    }

    private void tellReach(int turn, String reach) {
        try (var _ = Wall.again(reach)) {
            atCommit.write("insert into told values (?, current_setting('chengjie.reach'))", turn);
        }
    }

    private void tell(int turn, String words) {
        atCommit.write("insert into told values (?, ?)", turn, words);
    }

    private void insert(int turn) {
        jdbc.sql("insert into told values (:turn, 'given')").param("turn", turn).update();
    }

    private String told() {
        return jdbc.sql("select coalesce(string_agg(words, ' ' order by turn), '') from told")
                .query(String.class)
                .single();
    }

    /** Past the wall, and so past what waits. */
    private int toldInThisSession() {
        return count(session);
    }

    private int toldToOthers() {
        try (var other = database.connect()) {
            return count(other);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select count(*) from told")
                .query(Integer.class)
                .single();
    }
}
