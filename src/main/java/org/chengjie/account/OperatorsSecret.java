package org.chengjie.account;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What the {@link Vault}'s key is made of: {@code chengjie.secret}; without it, the embedded
 * database draws one and keeps it in a file beside its data, and an external one has none (spec
 * A7).
 */
final class OperatorsSecret {

    private static final int LEAST = 32;
    private static final String FILE = "secret";

    private OperatorsSecret() {}

    static Optional<String> of(String setting, boolean embedded, Path data) {
        if (!setting.isBlank()) {
            if (setting.length() < LEAST) {
                throw new IllegalStateException(
                        "chengjie.secret must be %d random characters at least: openssl rand -base64 32."
                                .formatted(LEAST));
            }
            return Optional.of(setting);
        }
        try {
            return embedded ? Optional.of(kept(data.resolve(FILE))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            draw(file);
        }
        return Files.readString(file);
    }

    /** Whole or not at all, and for nobody else's eyes. */
    private static void draw(Path file) throws IOException {
        var random = new byte[LEAST];
        new SecureRandom().nextBytes(random);
        var fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(random)));
            channel.force(true);
        }
        Files.move(fresh, file, ATOMIC_MOVE);
    }
}
