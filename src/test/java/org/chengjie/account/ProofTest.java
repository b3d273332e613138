package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chengjie.Proofs;
import org.junit.jupiter.api.Test;

/** What a browser works out in place of reading (spec A5). */
class ProofTest {

    private static final UUID ID = UUID.fromString("0b5bd5a5-1b1b-4c4c-8d8d-0e0e0e0e0e0e");

    @Test
    void takesWhatHasBeenWorkedOutForThisPictureOnly() throws Exception {
        var numbers = Proofs.work(ID);
        assertThat(Proof.proves(ID, numbers)).isTrue();
        assertThat(Proof.proves(UUID.randomUUID(), numbers)).isFalse();
    }

    @Test
    void refusesAnythingElse() throws Exception {
        var numbers = Proofs.work(ID);
        assertThat(Proof.proves(ID, "")).isFalse();
        assertThat(Proof.proves(ID, numbers.substring(0, numbers.lastIndexOf(',')))).isFalse();
        assertThat(Proof.proves(ID, numbers + ",1")).isFalse();
        assertThat(Proof.proves(ID, numbers.replaceFirst("^\\d+", "0"))).isFalse();
        assertThat(Proof.proves(ID, numbers.replaceFirst("^\\d+", "-1"))).isFalse();
        assertThat(Proof.proves(ID, "9".repeat(100_000))).isFalse();
    }
}
