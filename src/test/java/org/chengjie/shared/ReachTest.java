package org.chengjie.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @CsvSource({
        "/1/,        /1/13/4113/,   true",
        "/1/13/,     /1/13/,        true",
        "/1/13/,     /1/13/4113/,   true",
        "/1/13/,     /1/130/4113/,  false",
        "/1/13/,     /1/,           false",
        "/1/13/4/,   /1/13/4113/,   false",
        "/1/13/4/,   /1/14/4/,      false",
        "/1/13/4/,   /1/13/4,       false"
    })
    void coversItsOwnSubtreeAndNothingElse(String reach, String path, boolean covers) {
        assertThat(new Reach(reach).covers(path)).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/13/", "/1/13", "13"})
    void refusesHalfAPath(String path) {
        assertThatThrownBy(() -> new Reach(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1/13/", "/1/13/4113/", "/1/13/27/4113/"})
    void knowsItsProvince(String path) {
        assertThat(new Reach(path).provinceId()).isEqualTo(13);
    }

    @Test
    void hasNoProvinceAboveOne() {
        assertThatThrownBy(() -> new Reach("/1/").provinceId())
                .isInstanceOf(IllegalStateException.class);
    }
}
