package org.chengjie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinariesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../x", "lib/../../x", ".."})
    void refusesAFileOutsideTheFolder(String name) throws IOException {
        InputStream archive = archive(file(name, 0644));
        Path into = Files.createDirectory(folder.resolve("into"));

        assertThatThrownBy(() -> Binaries.unpack(archive, into)).isInstanceOf(IOException.class);

        assertThat(folder.resolve("x")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../etc", "..", ".", "deep/../../..", ""})
    void refusesALinkThatLeavesItsFolder(String goal) throws IOException {
        InputStream archive = archive(link("lib/l", goal, TarConstants.LF_SYMLINK));

        assertThatThrownBy(() -> Binaries.unpack(archive, folder)).isInstanceOf(IOException.class);

        assertThat(folder.resolve("lib/l")).doesNotExist();
    }

    @Test
    void refusesAHardLink() throws IOException {
        InputStream archive = archive(link("lib/l", "/etc/passwd", TarConstants.LF_LINK));

        assertThatThrownBy(() -> Binaries.unpack(archive, folder)).isInstanceOf(IOException.class);
    }

    @Test
    void keepsLinksAndRunBits() throws IOException {
        Binaries.unpack(
                archive(
                        file("bin/run", 0755),
                        file("lib/a.1", 0644),
                        link("lib/a", "a.1", TarConstants.LF_SYMLINK)),
                folder);

        assertThat(folder.resolve("bin/run")).isExecutable();
        assertThat(Files.isExecutable(folder.resolve("lib/a.1"))).isFalse();
        assertThat(folder.resolve("lib/a")).isSymbolicLink().hasContent("");
    }

    private static TarArchiveEntry file(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        return entry;
    }

    private static TarArchiveEntry link(String name, String goal, byte kind) {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(goal);
        return entry;
    }

    private static InputStream archive(TarArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
