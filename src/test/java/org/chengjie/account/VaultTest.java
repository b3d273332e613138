package org.chengjie.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a copy of the database must not tell (spec A7). */
class VaultTest {

    private static final byte[] PLAIN = "12345678901234567890".getBytes(UTF_8);

    private final Vault vault = new Vault(Optional.of("one-secret-of-the-operator-of-32-letters"));

    @Test
    void opensWhatItSealed() throws Exception {
        assertThat(vault.open(vault.seal(PLAIN, 7), 7)).isEqualTo(PLAIN);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(vault.seal(PLAIN, 7)).isNotEqualTo(vault.seal(PLAIN, 7));
    }

    @Test
    void opensNothingUnderAnotherKey() {
        var other = new Vault(Optional.of("two-secret-of-the-operator-of-32-letters"));
        assertThatThrownBy(() -> other.open(vault.seal(PLAIN, 7), 7))
                .isInstanceOf(Vault.WrongKey.class);
    }

    @Test
    void opensNothingThatWasMovedToAnotherAccount() {
        assertThatThrownBy(() -> vault.open(vault.seal(PLAIN, 7), 8))
                .isInstanceOf(Vault.WrongKey.class);
    }

    @Test
    void opensNothingThatWasTamperedWith() {
        var sealed = vault.seal(PLAIN, 7);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> vault.open(sealed, 7)).isInstanceOf(Vault.WrongKey.class);
    }
}
