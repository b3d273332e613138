package org.chengjie.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.provincial.Check;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 公布: what must be so, what an edition keeps, and that nobody changes it (spec P5, P6). */
@PageTest
@Tag("server")
class PublicationsTest {

    @Autowired private World world;
    @Autowired private PublicationCase cases;
    @Autowired private Publications publications;
    @Autowired private Editions editions;
    @Autowired private ProvincialSubmissions submissions;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor ministry;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        ministry = world.ministry();
        world.open(officer);
    }

    @Test
    void namesWhatStandsInTheWay() {
        cases.submitted(officer);
        assertThat(publications.draft(ministry, Map.of()).unmet())
                .map(Check::words)
                .containsExactly("没有核对通过、还没有公布的申报单位。", "北京市、天津市、河北省、山西省等 32 个没有核对通过，也没有写明不列入的原因。");
        submissions.accept(ministry, submissions.history(officer).getFirst().id());
        assertThat(publications.draft(ministry, Map.of()).unmet())
                .map(Check::words)
                .containsExactly("北京市、天津市、河北省、内蒙古自治区等 31 个没有核对通过，也没有写明不列入的原因。");
        var draft = publications.draft(ministry, cases.omissions(ministry));
        assertThat(draft.unmet()).isEmpty();
        assertThat(draft.checks())
                .map(Check::words)
                .contains("汇总等于五个来源之和：100 = 17 + 15 + 11 + 14 + 43 万元。");
    }

    @Test
    void refusesWhereAFigureIsNotTheSumOfItsRows() {
        cases.accepted(officer, ministry);
        jdbc.sql(
                        """
                        update filing.undertaking set local = local + 10000
                         where starts_with(school_path, :path) and stage = 'APPROVED'
                           and item_id = (select max(id) from plan.item where no = '3.1')
                        """)
                .param("path", officer.path())
                .update();
        assertThat(publications.draft(ministry, cases.omissions(ministry)).unmet())
                .map(Check::words)
                .containsExactly("合计与各行之和不符：山西省 3.1（1 个布点 16 万元，各行之和 1 个布点 17 万元）。请先查明。");
    }

    @Test
    void keepsEveryFigureOfEveryProvinceAndItem() {
        cases.accepted(officer, ministry);
        var edition = cases.publish(ministry);
        assertThat(edition.no()).isEqualTo(1);
        assertThat(edition.announcement()).isEqualTo(PublicationCase.ANNOUNCEMENT);
        assertThat(edition.included()).map(EditionProvince::shortName).containsExactly("山西");
        assertThat(edition.included().getFirst().rollUp())
                .isEqualTo(submissions.history(officer).getFirst().rollUp());
        assertThat(edition.omitted()).hasSize(31).allMatch(one -> one.omission().equals("没有上报"));
        assertThat(edition.tasks()).isEqualTo(4);
        assertThat(edition.items())
                .map(line -> line.item().no())
                .containsExactly("1", "2", "3.1", "3.2", "3.3", "9");
        assertThat(edition.rows()).isEqualTo(6);
        assertThat(edition.own()).isEqualTo(1);
        assertThat(edition.plan().items()).hasSize(73);
        assertThat(edition.funds().total().plain()).isEqualTo("100");
    }

    @Test
    void addsAProvinceThatWasLateInTheNextEditionAndLeavesTheOthers() {
        cases.published(officer, ministry);
        assertThat(publications.draft(ministry, cases.omissions(ministry)).unmet())
                .map(Check::words)
                .containsExactly("没有核对通过、还没有公布的申报单位。");
        var late = world.officer(World.OTHER_PROVINCE, "邻省");
        world.open(late);
        cases.accepted(late, ministry);
        var second = cases.publish(ministry);
        assertThat(second.no()).isEqualTo(2);
        assertThat(second.note()).isEqualTo("补充公布：河北省");
        assertThat(second.included()).map(EditionProvince::name).containsExactly("河北省", "山西省");
        assertThat(second.funds().total().plain()).isEqualTo("200");
        assertThat(editions.all()).map(EditionHead::no).startsWith(2, 1);
    }

    @Test
    void publishesNoOtherFiguresThanThoseSeen() {
        cases.accepted(officer, ministry);
        var omissions = cases.omissions(ministry);
        refuses(
                Refusal.Kind.CONFLICT,
                () ->
                        publications.publish(
                                ministry, PublicationCase.ANNOUNCEMENT, omissions, "other"),
                "您打开这一页以后，数字又有变化，还没有公布。请核对下面的新数字，再点“公布”。");
        refuses(
                Refusal.Kind.INVALID,
                () -> publications.publish(ministry, PublicationCase.ANNOUNCEMENT, Map.of(), ""),
                "还不能公布，有 1 处要办理。没有公布。");
        assertThat(editions.all()).isEmpty();
    }

    @Test
    void letsOnlyTheMinistrysAdministratorPublish() {
        cases.accepted(officer, ministry);
        for (var other : List.of(officer, World.as(ministry, Role.REVIEWER))) {
            refuses(
                    Refusal.Kind.NOT_ALLOWED,
                    () -> publications.publish(other, PublicationCase.ANNOUNCEMENT, Map.of(), ""),
                    "公布由教育部管理员办理，您的账号只能查看。");
        }
    }

    @Test
    void refusesToReturnOrReconsiderWhatIsPublished() {
        cases.published(officer, ministry);
        long id = submissions.history(officer).getFirst().id();
        refuses(
                Refusal.Kind.CLOSED,
                () -> submissions.giveBack(ministry, id, "请核对"),
                "已公布，如需调整请走调整备案。");
        refuses(Refusal.Kind.CLOSED, () -> submissions.reconsider(ministry, id), "已公布，如需调整请走调整备案。");
    }

    /** The database refuses it, whoever asks. */
    @Test
    void letsNoStatementChangeAnEdition() {
        cases.published(officer, ministry);
        for (var table : List.of("edition", "edition_item", "edition_province", "edition_line")) {
            for (var statement :
                    List.of(
                            "delete from publication." + table,
                            "truncate publication." + table + " cascade")) {
                refusedByTheDatabase(statement);
            }
        }
        refusedByTheDatabase("update publication.edition_line set local = local + 1");
        refusedByTheDatabase("update publication.edition set title = '别的'");
    }

    private void refusedByTheDatabase(String statement) {
        jdbc.sql("savepoint before").update();
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .as(statement)
                .isInstanceOfAny(
                        // By its trigger, or for want of the right to.
                        DataIntegrityViolationException.class, BadSqlGrammarException.class);
        jdbc.sql("rollback to savepoint before").update();
    }

    private static void refuses(Refusal.Kind kind, ThrowingCallable deed, String words) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> {
                            assertThat(refused.words()).isEqualTo(words);
                            assertThat(refused.kind()).isEqualTo(kind);
                        });
    }
}
