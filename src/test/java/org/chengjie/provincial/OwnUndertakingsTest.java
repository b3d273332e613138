package org.chengjie.provincial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.provincial.ProvinceCase.funds;
import static org.chengjie.provincial.ProvinceCase.own;

import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 省级承接与省财政投入: what a province keeps of its own (spec P2, P3). */
@PageTest
@Tag("server")
class OwnUndertakingsTest {

    @Autowired private World world;
    @Autowired private ProvinceCase province;
    @Autowired private OwnUndertakings own;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Actor officer;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
    }

    @Test
    void keepsWhatTheProvinceUndertakesAndWhatItAdds() {
        var saved =
                own.save(officer, List.of(own("3.1", 0, "2", "省教科院", "12.5"), funds("1", 0, "0")));
        assertThat(saved.clean()).isTrue();
        assertThat(row("3.1"))
                .extracting(OwnRow::undertaken, OwnRow::quantity, OwnRow::bodies, OwnRow::funds)
                .containsExactly(true, 2L, "省教科院", new Amount(125_000));
        assertThat(row("1"))
                .extracting(OwnRow::undertaken, OwnRow::funds)
                .containsExactly(false, Amount.ZERO);
        assertThat(own.form(officer).provincial()).isEqualTo(new Amount(125_000));
        assertThat(own.form(officer).savedAt()).isEqualTo(officer.arrived());
    }

    @Test
    void standsBesideWhatItsSchoolsHaveApproved() {
        province.approved(officer);
        province.submitted(World.PROVINCE);
        own.save(officer, List.of(funds("1", 0, "3")));
        var form = own.form(officer);
        assertThat(form.schools(item("1")).intended().schools()).isEqualTo(2);
        assertThat(form.schools(item("1")).approved().schools()).isEqualTo(1);
        assertThat(form.schools(item("3.2")).approved().quantity()).isEqualTo(2);
        assertThat(form.funds().schools().total()).isEqualTo(new Amount(570_000));
        assertThat(form.funds().total()).isEqualTo(new Amount(600_000));
    }

    @Test
    void keepsTheRestWhereACellIsMalformed() {
        var saved =
                own.save(
                        officer,
                        List.of(
                                own("3.1", 0, "2.5", "省教科院", "12"),
                                own("3.2", 0, "1", "字".repeat(201), "1"),
                                funds("1", 0, "-3"),
                                funds("56.9", 0, "1")));
        assertThat(saved.faults())
                .map(fault -> fault.itemNo() + " " + fault.cell())
                .containsExactly("3.1 QUANTITY", "3.2 BODIES", "1 PROVINCIAL", "56.9 null");
        assertThat(row("3.1").bodies()).isEqualTo("省教科院");
        assertThat(row("3.1").quantity()).isNull();
        assertThat(row("1").filled()).isFalse();
    }

    @Test
    void givesAWithdrawnTickNeitherQuantityNorBodies() {
        own.save(officer, List.of(own("3.1", 0, "2", "省教科院", "12")));
        var cells = Map.of(OwnCell.QUANTITY, "2", OwnCell.BODIES, "省教科院", OwnCell.PROVINCIAL, "12");
        own.save(officer, List.of(new TypedOwnRow("3.1", row("3.1").version(), false, cells)));
        assertThat(row("3.1"))
                .extracting(OwnRow::undertaken, OwnRow::quantity, OwnRow::bodies, OwnRow::funds)
                .containsExactly(false, null, "", new Amount(120_000));
    }

    @Test
    void tellsTheSecondOfTwoOfficersAndKeepsTheFirstsRow() {
        var colleague = world.officer(World.PROVINCE, "吴刚");
        own.save(officer, List.of(own("3.1", 0, "2", "省教科院", "12")));
        var saved =
                own.save(colleague, List.of(own("3.1", 0, "5", "省电大", "1"), funds("1", 0, "7")));
        assertThat(saved.clashes())
                .singleElement()
                .satisfies(clash -> {
                    assertThat(clash.itemNo()).isEqualTo("3.1");
                    assertThat(clash.theirs().changedBy()).isEqualTo("周敏");
                    assertThat(clash.theirs().quantity()).isEqualTo(2);
                });
        assertThat(row("3.1").bodies()).isEqualTo("省教科院");
        assertThat(row("1").funds()).isEqualTo(new Amount(70_000));
    }

    @Test
    void tellsTheAuditWhatChangedAndNothingWhereNothingDid() {
        own.save(officer, List.of(own("3.1", 0, "2", "省教科院", "12")));
        assertThat(lastChanges())
                .isEqualTo(
                        "[{\"after\": \"是\", \"field\": \"3.1 省级承接\", \"before\": \"否\"},"
                                + " {\"after\": \"2\", \"field\": \"3.1 承接数量\", \"before\": \"\"},"
                                + " {\"after\": \"12\", \"field\": \"3.1 省财政投入\", \"before\": \"\"},"
                                + " {\"after\": \"省教科院\", \"field\": \"3.1 承接单位\", \"before\": \"\"}]");
        long entries = entries();
        own.save(officer, List.of(own("3.1", row("3.1").version(), "2", "省教科院", "12.0")));
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void keepsToItsOwnProvince() {
        own.save(officer, List.of(own("3.1", 0, "2", "省教科院", "12")));
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        assertThat(own.form(neighbour).undertaken()).isEmpty();
        own.save(neighbour, List.of(own("3.1", 0, "9", "邻省教科院", "1")));
        assertThat(row("3.1").quantity()).isEqualTo(2);
    }

    @Test
    void letsReviewersWriteAndNobodyElse() {
        assertThat(own.save(World.as(officer, Role.REVIEWER), List.of(funds("1", 0, "1"))).clean())
                .isTrue();
        for (var other :
                List.of(
                        World.as(officer, Role.VIEWER),
                        world.school(World.PROVINCE),
                        world.ministry())) {
            assertThatThrownBy(() -> own.save(other, List.of(funds("2", 0, "1"))))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refused ->
                                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        }
    }

    @Test
    void isTheFifthSourceOfTheDesk() {
        own.save(officer, List.of(funds("1", 0, "3"), funds("2", 0, "0.0001")));
        assertThat(
                        jdbc.sql("select yuan from review.provincial_funds where province_id = :id")
                                .param("id", officer.unitId())
                                .query(Long.class)
                                .single())
                .isEqualTo(30_001);
    }

    private OwnRow row(String no) {
        return own.form(officer).row(item(no));
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private String lastChanges() {
        return jdbc.sql("select changes::text from audit.entry order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit.entry").query(Long.class).single();
    }
}
