package org.chengjie.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class JobsTest {

    @Autowired private World world;
    @Autowired private Jobs jobs;

    /** Thirty-two provinces that export at once each get theirs after thirty-one others at most. */
    @Test
    void takesTheUnitsInTurn() {
        var one = world.officer(World.PROVINCE, "周敏");
        var other = world.officer(World.OTHER_PROVINCE, "李敏");
        long first = ask(one);
        long second = ask(one);
        long third = ask(one);
        long late = ask(other);
        assertThat(jobs.unfinished()).containsSubsequence(first, late, second, third);
    }

    /** A product that is stopped interrupts what is under way, which goes on at the next start. */
    @Test
    void endsButDoesNotFailWhereItIsInterruptedWhileItWrites() {
        long id = ask(world.officer(World.PROVINCE, "周敏"));
        var progress = jobs.take(id).orElseThrow().progress();
        try {
            assertThatExceptionOfType(Progress.Ended.class)
                    .isThrownBy(() ->
                            progress.file(
                                    "rows.xlsx",
                                    false,
                                    out -> {
                                        Thread.currentThread().interrupt();
                                        out.write(1);
                                        out.flush();
                                    }));
        } finally {
            Thread.interrupted();
        }
        assertThat(jobs.unfinished()).contains(id);
    }

    private long ask(Actor by) {
        return jobs.ask(by, "none", "试办", "/province/schools", Map.of());
    }
}
