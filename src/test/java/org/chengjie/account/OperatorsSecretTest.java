package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorsSecretTest {

    private static final String LONG = "0123456789abcdef0123456789abcdef";

    @TempDir private Path data;

    @Test
    void isTheSettingWhereThereIsOne() {
        assertThat(OperatorsSecret.of(LONG, true, data)).contains(LONG);
        assertThat(OperatorsSecret.of(LONG, false, data)).contains(LONG);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void isDrawnOnceBesideTheEmbeddedDatabaseForItsOwnerOnly() throws Exception {
        var drawn = OperatorsSecret.of("", true, data);
        assertThat(drawn.orElseThrow()).hasSize(44);
        assertThat(OperatorsSecret.of("", true, data)).isEqualTo(drawn);
        assertThat(Files.getPosixFilePermissions(data.resolve("secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isMissingOnAnExternalDatabaseWithoutTheSetting() {
        assertThat(OperatorsSecret.of("", false, data)).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void refusesAShortOne() {
        assertThatThrownBy(() -> OperatorsSecret.of("short", false, data))
                .hasMessageContaining("32 random characters");
    }
}
