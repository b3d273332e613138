package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CostlyTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /province/rows/export, EXPORT",
        "GET, /school/workbook, EXPORT",
        "GET, /province/schools/7/workbook, EXPORT",
        "GET, /school/filing/template, EXPORT",
        "GET, /school/filing/upload/7/faults, EXPORT",
        "GET, /jobs/7/file, EXPORT",
        "GET, /verify, VERIFY",
        "GET, /published, PUBLISHED",
        "HEAD, /published/7, PUBLISHED",
        "GET, /published/7/annex-1.xlsx, PUBLISHED",
        "GET, /published/7/data.json, PUBLISHED",
        "GET, /captcha, ENTRANCE",
        "POST, /sign-in, ENTRANCE",
        "POST, /school/presence, PRESENCE",
        "POST, /school/undertakings, CHANGE",
        "PUT, /school/undertakings, CHANGE"
    })
    void knowsWhatCosts(String method, String path, Costly costly) {
        assertThat(Costly.of(new MockHttpServletRequest(method, path))).contains(costly);
    }

    @Test
    void knowsAFileBySentContentWhereverItGoes() {
        var request = new MockHttpServletRequest("POST", "/school/undertakings");
        request.setContentType("Multipart/form-data; boundary=x");
        assertThat(Costly.of(request)).contains(Costly.IMPORT);
    }

    @Test
    void leavesPagesFree() {
        for (var path :
                List.of("/province/schools", "/ministry/publication", "/publishedelsewhere")) {
            assertThat(Costly.of(new MockHttpServletRequest("GET", path))).as(path).isEmpty();
        }
    }

    /** It waits a second after typing; ten windows of one account stay far below. */
    @Test
    void neverMeetsAFormThatSavesItself() {
        assertThat(Costly.CHANGE.perAccount).isGreaterThanOrEqualTo(10 * 60);
    }
}
