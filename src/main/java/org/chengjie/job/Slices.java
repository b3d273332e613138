package org.chengjie.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A kept file as it is read: slice by slice, each asked for by itself, so that neither memory nor a
 * connection is held while somebody fetches it slowly.
 */
final class Slices extends InputStream {

    /** In bytes. */
    static final int SIZE = 256 << 10;

    private final LongFunction<Optional<byte[]>> from;
    private final long length;
    private byte[] slice = {};
    private int at;
    private long passed;

    /**
     * @param from the slice that begins after so many bytes; empty when the file is gone
     */
    Slices(long length, LongFunction<Optional<byte[]>> from) {
        this.length = length;
        this.from = from;
    }

    @Override
    public int read() throws IOException {
        return more() ? slice[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        Objects.checkFromIndexSize(offset, most, into.length);
        if (most == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int taken = Math.min(most, slice.length - at);
        System.arraycopy(slice, at, into, offset, taken);
        at += taken;
        return taken;
    }

    private boolean more() throws IOException {
        if (at < slice.length) {
            return true;
        }
        passed += slice.length;
        slice = new byte[0];
        at = 0;
        if (passed >= length) {
            return false;
        }
        slice = from.apply(passed).orElseThrow(() -> new IOException("The file is gone"));
        if (slice.length == 0) {
            throw new IOException("The file is shorter than it was");
        }
        return true;
    }
}
