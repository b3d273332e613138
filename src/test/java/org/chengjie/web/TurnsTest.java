package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TurnsTest {

    private final Turns turns = new Turns(Duration.ZERO);

    @Test
    void letsSoManyFilesBeMadeAtOnceAndNoMore() throws Exception {
        var underWay = allTurns();
        assertThatThrownBy(() -> begin("GET", "/school/workbook")).isInstanceOf(TooMany.class);
        end(underWay.getFirst());
        assertThat(begin("GET", "/school/workbook")).isNotNull();
    }

    @Test
    void keepsNobodyWaitingWhoSavesOrFetchesWhatIsReady() throws Exception {
        allTurns();
        assertThat(begin("POST", "/school/undertakings")).isNotNull();
        assertThat(begin("GET", "/jobs/7/file")).isNotNull();
    }

    /** An answer that took no turn gives none back. */
    @Test
    void givesBackNoMoreTurnsThanWereTaken() throws Exception {
        end(begin("POST", "/school/undertakings"));
        allTurns();
        assertThatThrownBy(() -> begin("GET", "/school/workbook")).isInstanceOf(TooMany.class);
    }

    private List<MockHttpServletRequest> allTurns() throws Exception {
        var underWay = new ArrayList<MockHttpServletRequest>();
        for (int i = 0; i < Turns.AT_ONCE; i++) {
            underWay.add(begin("GET", "/school/workbook"));
        }
        return underWay;
    }

    private MockHttpServletRequest begin(String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        turns.preHandle(request, new MockHttpServletResponse(), "");
        return request;
    }

    private void end(MockHttpServletRequest request) {
        turns.afterCompletion(request, new MockHttpServletResponse(), "", null);
    }
}
