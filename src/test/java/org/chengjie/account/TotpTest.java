package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 6238, appendix B, by their last six digits (spec A7). */
class TotpTest {

    private static final Totp CLOCK =
            new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheStandard(long second, String code) {
        assertThat(CLOCK.code(Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void takesTheCodeBeforeAndAfterButNoneTwice() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(CLOCK.match(CLOCK.code(near), now, 0)).hasValue(near);
            assertThat(CLOCK.match(CLOCK.code(near), now, near)).isEmpty();
        }
        assertThat(CLOCK.match(CLOCK.code(step - 2), now, 0)).isEmpty();
        assertThat(CLOCK.match(CLOCK.code(step + 2), now, 0)).isEmpty();
        assertThat(CLOCK.match("", now, 0)).isEmpty();
    }

    @Test
    void writesTheSecretInBase32() {
        assertThat(CLOCK.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void drawsRecoveryCodesThatDifferAndAreReadInAnyWriting() {
        var codes = RecoveryCodes.draw();
        assertThat(codes)
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allMatch(c -> c.matches("\\w{4}-\\w{4}-\\w{4}"));
        var code = codes.getFirst();
        assertThat(RecoveryCodes.hash(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCodes.hash(code));
    }
}
