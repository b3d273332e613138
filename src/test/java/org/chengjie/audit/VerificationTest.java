package org.chengjie.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever writes to the trail by another way than ours leaves a trace (spec X1). */
@PageTest
class VerificationTest {

    @Autowired private World world;
    @Autowired private Sealer sealer;
    @Autowired private Verification verification;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private ConfigurableApplicationContext context;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private List<Long> ids;

    @BeforeEach
    void threeEntriesOnTheChain() {
        officer = world.officer(World.PROVINCE, "周敏");
        tell("甲");
        tell("乙");
        tell("丙");
        seal();
        ids =
                jdbc.sql("select id from audit.entry where account_id = :by order by id")
                        .param("by", officer.accountId())
                        .query((row, n) -> row.getLong("id"))
                        .list();
        // As somebody who owns the tables, for the triggers stop everybody else.
        jdbc.sql("alter table audit.entry disable trigger append_only").update();
        jdbc.sql("alter table audit.link disable trigger append_only").update();
    }

    @Test
    void findsNothingWhereNothingWasDone() {
        assertThat(ids).hasSize(3);
        assertThat(verification.verify().breaks()).isEmpty();
        assertThat(verification.verify().waiting()).isZero();
    }

    @Test
    void hasAChainForEachProvince() {
        tell(world.officer(World.OTHER_PROVINCE, "王磊"), "丁");
        seal();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from audit.head
                                         where chain in (select id from audit.unit where code in ('130000', '140000'))
                                        """)
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
        assertThat(verification.verify().sound()).isTrue();
    }

    @Test
    void findsAChange() {
        jdbc.sql("update audit.entry set reason = '改过' where id = :id")
                .param("id", ids.get(1))
                .update();
        assertThat(broken()).contains("记录 " + ids.get(1), "应为", "乙");
    }

    @Test
    void findsAChangeOfWhatChanged() {
        jdbc.sql("update audit.entry set changes = '[]' where id = :id")
                .param("id", ids.getFirst())
                .update();
        assertThat(broken()).contains("记录 " + ids.getFirst());
    }

    @Test
    void findsADeletedEntry() {
        delete("audit.entry", "id", ids.get(1));
        assertThat(broken()).contains("记录 " + ids.get(1), "被删除");
    }

    @Test
    void findsAnEntryDeletedWithItsLink() {
        delete("audit.entry", "id", ids.get(1));
        delete("audit.link", "entry_id", ids.get(1));
        assertThat(broken()).contains("不见了，它后面是", "记录 " + ids.get(2));
    }

    @Test
    void findsAnEndCutOff() {
        delete("audit.entry", "id", ids.get(2));
        delete("audit.link", "entry_id", ids.get(2));
        assertThat(broken()).contains("链尾应为", "末尾被删除");
    }

    @Test
    void findsAnEntryPutInByHand() {
        jdbc.sql(
                        """
                        insert into audit.entry (at, actor, address, action, subject, subject_path)
                        values (now(), '140000', '127.0.0.1', '通过', '伪造', :path)
                        """)
                .param("path", officer.path())
                .update();
        seal();
        assertThat(broken()).contains("不是平台写入的", "伪造");
    }

    @Test
    void findsTwoEntriesInEachOthersPlace() {
        jdbc.sql(
                        """
                        update audit.entry e set subject = o.subject, at = o.at
                          from audit.entry o
                         where (e.id, o.id) in ((:one, :other), (:other, :one))
                        """)
                .param("one", ids.get(0))
                .param("other", ids.get(2))
                .update();
        assertThat(broken()).contains("记录 " + ids.getFirst(), "对调");
    }

    @Test
    void findsTwoLinksInEachOthersPlace() {
        jdbc.sql(
                        """
                        update audit.link l set hash = o.hash
                          from audit.link o
                         where (l.entry_id, o.entry_id) in ((:one, :other), (:other, :one))
                        """)
                .param("one", ids.get(0))
                .param("other", ids.get(1))
                .update();
        assertThat(broken()).contains("记录 " + ids.getFirst());
    }

    @Test
    void findsAnEntryDeletedBeforeItsLink() {
        tell("丁");
        jdbc.sql("delete from audit.entry where subject = '丁'").update();
        assertThat(broken()).contains("连入之前被删除");
    }

    @Test
    void endsWithOneWhereItIsBroken() {
        assertThat(run().status()).isZero();
        delete("audit.entry", "id", ids.get(1));
        var run = run();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("断开：山西省：第", "操作记录有 1 处断开。");
    }

    @Test
    void refusesToChangeAnEntry() {
        refused("update audit.entry set reason = ''");
    }

    @Test
    void refusesToDeleteAnEntry() {
        refused("delete from audit.entry");
    }

    @Test
    void refusesToEmptyTheTrail() {
        refused("truncate audit.entry");
    }

    @Test
    void refusesToChangeALink() {
        refused("update audit.link set position = position + 1");
    }

    private void refused(String sql) {
        jdbc.sql("alter table audit.entry enable trigger append_only").update();
        jdbc.sql("alter table audit.link enable trigger append_only").update();
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("append-only");
    }

    private record Run(int status, String said) {}

    private Run run() {
        var out = new ByteArrayOutputStream();
        int status =
                new VerifyRunner(verification, context, "verify")
                        .verify(new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8));
    }

    private String broken() {
        var breaks = verification.verify().breaks();
        assertThat(breaks).hasSize(1);
        return breaks.getFirst().words();
    }

    private void delete(String table, String column, long id) {
        jdbc.sql("delete from " + table + " where " + column + " = :id").param("id", id).update();
    }

    private void tell(String subject) {
        tell(officer, subject);
    }

    private void tell(Actor by, String subject) {
        events.publishEvent(
                new Auditable(
                        by,
                        "试写",
                        subject,
                        by.path(),
                        "",
                        List.of(new Auditable.Change("数量", "1", "2"))));
    }

    private void seal() {
        while (sealer.seal() > 0) {
            assertThat(verification.verify().breaks()).allMatch(b -> b.words().contains("伪造"));
        }
    }
}
