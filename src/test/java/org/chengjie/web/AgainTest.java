package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What may be sent once more from an error page. */
class AgainTest {

    private final MockHttpServletRequest request =
            new MockHttpServletRequest("POST", "/province/notes");

    AgainTest() {
        request.addParameter("text", "没有写明金额", "二");
        request.setContentType("application/x-www-form-urlencoded;charset=UTF-8");
        Weight.check(request);
    }

    @Test
    void keepsEveryFieldThatWasSent() {
        assertThat(Again.of(Problem.tooMany(3), request))
                .isEqualTo(
                        new Again(
                                "/province/notes",
                                List.of(
                                        new Again.Field("text", "没有写明金额"),
                                        new Again.Field("text", "二"))));
        assertThat(Again.of(Problem.away("A1"), request)).isNotNull();
        assertThat(Again.of(Problem.fault("A1"), request)).isNotNull();
    }

    @Test
    void writesNoPasswordDown() {
        request.addParameter("newPassword", "secret");
        assertThat(Again.of(Problem.tooMany(3), request)).isNull();
    }

    @Test
    void offersNothingWhereItWouldNotHelp() {
        assertThat(Again.of(Problem.of(403), request)).isNull();
        request.setMethod("GET");
        assertThat(Again.of(Problem.tooMany(3), request)).isNull();
    }

    /** A file, or a form that was too heavy: asking for its fields would read it after all. */
    @Test
    void readsNothingThatWasRefusedUnread() {
        var unread = new MockHttpServletRequest("POST", "/province/notes");
        unread.setContentType("application/x-www-form-urlencoded");
        assertThat(Again.of(Problem.tooMany(3), unread)).isNull();
    }
}
