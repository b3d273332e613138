package org.chengjie.publication;

import java.util.Arrays;
import java.util.Optional;

/** A scanned letter: what it is, its content says, not its name (spec P5). */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way between the database and a browser
public record Scan(String name, String type, byte[] bytes) {

    public static final int MOST = 5 << 20;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Its type, if it is one that is taken. */
    static Optional<String> typeOf(byte[] bytes) {
        if (starts(bytes, PDF)) {
            return Optional.of("application/pdf");
        }
        if (starts(bytes, JPEG)) {
            return Optional.of("image/jpeg");
        }
        return starts(bytes, PNG) ? Optional.of("image/png") : Optional.empty();
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length > with.length
                && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
