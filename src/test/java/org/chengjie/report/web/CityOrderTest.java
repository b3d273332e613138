package org.chengjie.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CityOrderTest {

    @Test
    void goesByTheCodesThenByTheDictionaryAndPutsSchoolsOfNoCityLast() {
        var order = new CityOrder(Map.of("济南市", "370100", "滨州市", "371600"));
        assertThat(List.of("省直", "威海市", "德州市", "滨州市", "菏泽市", "济南市").stream().sorted(order))
                .containsExactly("济南市", "滨州市", "德州市", "菏泽市", "威海市", "省直");
    }
}
