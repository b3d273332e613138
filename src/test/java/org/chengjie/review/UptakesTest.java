package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Others;
import org.chengjie.filing.Uptakes;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the other schools of a province have taken on, by the same figures as the province's items.
 */
@PageTest
@Tag("server")
class UptakesTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Uptakes uptakes;
    @Autowired private Items items;
    @Autowired private Plans plans;

    private Actor officer;
    private Actor looking;

    @BeforeEach
    void open() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        looking = world.school(World.PROVINCE);
    }

    @Test
    void showsNothingUnlessTheProvinceSaysSo() {
        filings.submit(world.school(World.PROVINCE), manual(), CONTACT);
        assertThat(uptakes.others(looking)).isEqualTo(Others.HIDDEN);
        uptakes.show(officer, true);
        assertThat(uptakes.others(looking).taken()).hasSize(5);
        uptakes.show(officer, false);
        assertThat(uptakes.others(looking)).isEqualTo(Others.HIDDEN);
    }

    @Test
    void givesTheFiguresOfTheProvincesItems() {
        uptakes.show(officer, true);
        filings.submit(world.school(World.PROVINCE), manual(), CONTACT);
        filings.submit(world.school(World.PROVINCE), manual(), CONTACT);
        filings.save(world.school(World.PROVINCE), manual(), CONTACT);
        var others = uptakes.others(looking);
        var lines = items.all(officer.reach());
        assertThat(others.taken().keySet()).isEqualTo(lines.keySet());
        lines.forEach((item, line) ->
                assertThat(others.taken().get(item))
                        .isEqualTo(new Others.Taken(line.rows(), line.quantity())));
        assertThat(others.words(item("3.2"))).isEqualTo("2 校承接，共 4 个");
        assertThat(others.words(item("1"))).isEqualTo("2 校承接");
        assertThat(others.words(item("4.1"))).isEqualTo("尚无承接");
    }

    @Test
    void leavesOutTheSchoolItselfAndOtherProvinces() {
        uptakes.show(officer, true);
        filings.submit(looking, manual(), CONTACT);
        var elsewhere = world.officer(World.OTHER_PROVINCE, "钱红");
        world.open(elsewhere);
        filings.submit(world.school(World.OTHER_PROVINCE), manual(), CONTACT);
        assertThat(uptakes.others(looking).taken()).isEmpty();
        assertThat(uptakes.others(world.school(World.PROVINCE)).taken()).hasSize(5);
    }

    @Test
    void refusesWhoeverMayNotChangeTheProvince() {
        assertThatThrownBy(() -> uptakes.show(World.as(officer, Role.VIEWER), true))
                .isInstanceOf(Refusal.class)
                .hasMessage("您的账号只能查看，不能修改本省设置。");
        assertThatThrownBy(() -> uptakes.show(looking, true)).isInstanceOf(Refusal.class);
        assertThat(uptakes.shown(officer.unitId())).isFalse();
    }

    private org.chengjie.plan.Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }
}
