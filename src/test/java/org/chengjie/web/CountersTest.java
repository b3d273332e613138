package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CountersTest {

    private static final String SAVE = "/school/undertakings";

    private final Counters counters = new Counters(12, Duration.ZERO);

    @Test
    void servesAThirdAsManySchoolsAsThereAreConnections() {
        var served = all(SAVE, 4);
        assertThatThrownBy(() -> come("POST", SAVE)).isInstanceOf(Counters.Full.class);
        served.getFirst().close();
        assertThat(come("POST", SAVE)).isNotNull();
    }

    @Test
    void letsNoOfficeAndNobodyAtTheEntranceStandBeforeASchool() {
        all("/province/rows", 2);
        all("/sign-in", 2);
        assertThatThrownBy(() -> come("GET", "/ministry/overview"))
                .isInstanceOf(Counters.Full.class);
        assertThatThrownBy(() -> come("GET", "/published")).isInstanceOf(Counters.Full.class);
        assertThat(come("POST", SAVE)).isNotNull();
    }

    /** Files have their turns, and what is ready in memory is served at once. */
    @Test
    void asksNoPlaceForFilesAndForWhatIsStatic() {
        all(SAVE, 4);
        all("/sign-in", 2);
        assertThat(come("GET", "/school/workbook")).isNotNull();
        assertThat(come("GET", "/jobs/7/file")).isNotNull();
        assertThat(come("GET", Assets.FOLDER + "1/app.css")).isNotNull();
        var upload = new MockHttpServletRequest("POST", "/school/filing/upload");
        upload.setContentType("multipart/form-data; boundary=b");
        assertThat(counters.place(upload)).isNotNull();
    }

    /** Who reads slowly has left the counter before, and does not leave it twice. */
    @Test
    void givesAPlaceBackOnce() {
        all(SAVE, 3);
        var request = new MockHttpServletRequest("GET", SAVE);
        try (var _ = counters.place(request)) {
            Counters.leave(request);
            come("POST", SAVE);
        }
        assertThatThrownBy(() -> come("POST", SAVE)).isInstanceOf(Counters.Full.class);
    }

    @Test
    void servesWhoeverWaitsAsSoonAsAPlaceIsFree() throws Exception {
        var patient = new Counters(3, Duration.ofMinutes(1));
        var place = patient.place(new MockHttpServletRequest("POST", SAVE));
        var served = new CountDownLatch(1);
        var waiting =
                Thread.ofVirtual()
                        .start(() -> {
                            try (var _ = patient.place(new MockHttpServletRequest("POST", SAVE))) {
                                served.countDown();
                            }
                        });
        place.close();
        assertThat(served.await(1, TimeUnit.MINUTES)).isTrue();
        waiting.join();
    }

    /** Those who are being served are no rush, however many they are; nor are offices. */
    @Test
    void isInARushWhileASchoolStandsInLine() throws Exception {
        var patient = new Counters(3, Duration.ofMinutes(1));
        var office = patient.place(new MockHttpServletRequest("GET", "/province/desk"));
        var place = patient.place(new MockHttpServletRequest("POST", SAVE));
        assertThat(patient.on()).isFalse();
        var waiting =
                Thread.ofVirtual()
                        .start(() -> patient.place(new MockHttpServletRequest("POST", SAVE)));
        while (!patient.on()) {
            Thread.onSpinWait();
        }
        place.close();
        waiting.join();
        assertThat(patient.on()).isFalse();
        office.close();
    }

    /** Though a place for it is free. */
    @Test
    void letsSchoolsInLinePassBeforeAnOffice() throws Exception {
        var patient = new Counters(3, Duration.ofMinutes(1));
        var place = patient.place(new MockHttpServletRequest("POST", SAVE));
        var school =
                Thread.ofVirtual()
                        .start(() -> patient.place(new MockHttpServletRequest("POST", SAVE)));
        while (!patient.on()) {
            Thread.onSpinWait();
        }
        var office =
                Thread.ofVirtual()
                        .start(() ->
                                patient.place(new MockHttpServletRequest("GET", "/ministry/plan")));
        while (office.getState() != Thread.State.TIMED_WAITING) {
            assertThat(office.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
        place.close();
        office.join();
        school.join();
    }

    private List<Counters.Place> all(String path, int places) {
        var served = new ArrayList<Counters.Place>();
        for (int i = 0; i < places; i++) {
            served.add(come("POST", path));
        }
        return served;
    }

    private Counters.Place come(String method, String path) {
        return counters.place(new MockHttpServletRequest(method, path));
    }
}
