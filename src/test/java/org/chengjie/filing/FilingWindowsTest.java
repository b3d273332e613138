package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 本省申报要求 and 可承接范围 (spec W1, C3). */
@PageTest
@Tag("server")
class FilingWindowsTest {

    @Autowired private World world;
    @Autowired private FilingWindows windows;
    @Autowired private Filings filings;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Plan plan;
    private Actor officer;

    @BeforeEach
    void arrive() {
        plan = plans.current();
        officer = world.officer(World.PROVINCE, "周敏");
    }

    @Test
    void publishesForItsOwnProvinceOnly() {
        world.open(officer);
        assertThat(windows.find(plan.id(), officer.unitId()))
                .hasValueSatisfying(window -> assertThat(window.version()).isEqualTo(1));
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        assertThat(windows.find(plan.id(), neighbour.unitId())).isEmpty();
    }

    @Test
    void doesNotOverwriteWhatAColleagueChanged() {
        world.open(officer);
        windows.publish(officer, plan.id(), window("2020-11-07", 1));
        assertThatThrownBy(() -> windows.publish(officer, plan.id(), window("2020-11-09", 1)))
                .hasMessage("申报要求刚被同事改动过。您填的内容还在，请核对后再保存。");
        assertThatThrownBy(() -> windows.publish(officer, plan.id(), window("2020-11-09", 0)))
                .isInstanceOf(Refusal.class);
        assertThat(windows.find(plan.id(), officer.unitId()).orElseThrow().closes())
                .isEqualTo("2020-11-07");
    }

    @Test
    void tellsTheAuditWhichDaysChanged() {
        world.open(officer);
        windows.publish(officer, plan.id(), window("2020-11-07", 1));
        assertThat(lastChanges())
                .isEqualTo(
                        "[{\"after\": \"2020-11-07\", \"field\": \"结束日期\", \"before\": \"2020-11-06\"}]");
    }

    @Test
    void takesNoItemBackThatASchoolUndertakes() {
        world.open(officer);
        var school = world.school(World.PROVINCE);
        filings.save(school, Typing.manual(), null);
        assertThatThrownBy(() -> windows.withhold(officer, plan, List.of(item("3.1"), item("7.1"))))
                .hasMessage("已有学校承接 3.1，不能再收回。其余没有改动，请重新勾选。");
        assertThat(windows.withheld(officer.unitId())).isEmpty();
        windows.withhold(officer, plan, List.of(item("7.1")));
        assertThat(windows.withheld(officer.unitId())).containsExactly(item("7.1").id());
    }

    @Test
    void tellsTheAuditWhatIsTakenBackAndWhatIsOfferedAgain() {
        windows.withhold(officer, plan, List.of(item("7.1"), item("7.2")));
        windows.withhold(officer, plan, List.of(item("7.1"), item("9")));
        assertThat(lastChanges())
                .isEqualTo(
                        "[{\"after\": \"不开放\", \"field\": \"9\", \"before\": \"开放\"},"
                                + " {\"after\": \"开放\", \"field\": \"7.2\", \"before\": \"不开放\"}]");
    }

    @Test
    void letsNobodyChangeThemButTheProvincesOwnPeopleWhoMay() {
        world.open(officer);
        var school = world.school(World.PROVINCE);
        for (var other : List.of(World.as(officer, Role.VIEWER), school, world.ministry())) {
            assertThatThrownBy(() -> windows.publish(other, plan.id(), window("2020-11-09", 1)))
                    .isInstanceOfSatisfying(Refusal.class, FilingWindowsTest::notAllowed);
            assertThatThrownBy(() -> windows.withhold(other, plan, List.of(item("7.1"))))
                    .isInstanceOfSatisfying(Refusal.class, FilingWindowsTest::notAllowed);
        }
        assertThat(windows.withheld(officer.unitId())).isEmpty();
    }

    private static void notAllowed(Refusal refused) {
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED);
    }

    private static FilingWindow window(String closes, long version) {
        return new FilingWindow(
                World.WINDOW.opens(),
                LocalDate.parse(closes),
                World.WINDOW.revisionCloses(),
                "",
                version);
    }

    private String lastChanges() {
        return jdbc.sql("select changes::text from audit.entry order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private Item item(String no) {
        return plan.items().stream().filter(item -> item.no().equals(no)).findFirst().orElseThrow();
    }
}
