package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each refusal is answered with (spec X3). */
class FaultTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, 404",
        "NOT_ALLOWED, 403",
        "CONFLICT, 409",
        "CLOSED, 409",
        "INVALID, 422"
    })
    void givesEachRefusalItsStatusAndItsOwnWords(Refusal.Kind kind, int status) {
        var problem = Problem.of(new Refusal(kind, "请先做别的。"));
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.words()).isEqualTo("请先做别的。");
        assertThat(problem.reference()).isEmpty();
    }

    @Test
    void tellsAFaultByItsReferenceOnly() {
        assertThat(Problem.fault("7F3A").words()).isEqualTo("平台出了问题，已记录（编号 7F3A）。您填的内容都在，请稍后再试。");
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "405", "413", "415", "418", "500", "503"})
    void hasChineseWordsForEveryStatus(int status) {
        assertThat(Problem.of(status).words()).matches("(?s).*[\\u4e00-\\u9fff].*");
    }
}
