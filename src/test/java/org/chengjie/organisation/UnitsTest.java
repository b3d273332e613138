package org.chengjie.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chengjie.PageTest;
import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class UnitsTest {

    @Autowired private Units units;

    @Test
    void buildsThePathOfEachUnitFromItsParents() {
        var ministry = units.add(NewUnit.ministry("000000", "教育部"));
        var province = units.add(NewUnit.province(ministry, "990000", "甲省"));
        var schools =
                units.addAll(
                        List.of(
                                NewUnit.school(province, "9913011034", "乙", Kind.COLLEGE, "丙市"),
                                NewUnit.school(province, "9913011033", "丁", Kind.OTHER, "")));
        assertThat(ministry.path()).isEqualTo("/" + ministry.id() + "/");
        assertThat(province.path()).isEqualTo(ministry.path() + province.id() + "/");
        assertThat(schools).extracting(Unit::name).containsExactly("乙", "丁");
        assertThat(schools.getFirst().path())
                .isEqualTo(province.path() + schools.getFirst().id() + "/");
        assertThat(units.find(schools.getFirst().id(), province.reach()))
                .isEqualTo(schools.getFirst());
    }

    @Test
    void readsWhatIsOutOfReachAsAbsent() {
        var ministry = units.add(NewUnit.ministry("000000", "教育部"));
        var province = units.add(NewUnit.province(ministry, "990000", "甲省"));
        var other = units.add(NewUnit.province(ministry, "980000", "乙省"));
        assertThat(units.find(province.id(), ministry.reach())).isEqualTo(province);
        assertThatThrownBy(() -> units.find(province.id(), other.reach()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> units.find(ministry.id(), province.reach()))
                .isInstanceOf(Refusal.class);
    }
}
