import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * HTTP/1.1 over as many connections as there are requests under way, all on the thread that calls {@link #turn}: thousands
 * of requests a second for little of the processor, which the product needs.
 */
final class Wire implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    /** Whoever waits for an answer. */
    interface Reply {
        void come(Answer answer);
    }

    /**
     * What came back.
     *
     * @param status 0 where nothing did
     * @param lost why nothing did; empty where something did
     * @param arrived false where the request surely has not reached the product
     */
    record Answer(int status, String location, List<String> cookies, byte[] body, boolean zipped, String lost, boolean arrived) {

        String text() {
            if (!zipped) {
                return new String(body, StandardCharsets.UTF_8);
            }
            try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final InetSocketAddress address;
    private final Selector selector;
    private final Deque<Line> idle = new ArrayDeque<>();
    private final Set<Line> busy = new HashSet<>();

    Wire(String site) throws IOException {
        var uri = URI.create(site);
        address = new InetSocketAddress(uri.getHost(), uri.getPort());
        selector = Selector.open();
    }

    /** Sends at once, on a connection that is free or a new one; the reply comes out of a later {@link #turn}. */
    void send(byte[] request, Reply reply) throws IOException {
        var line = idle.pollLast();
        if (line == null) {
            line = new Line();
        }
        busy.add(line);
        line.begin(request, reply);
    }

    /** Does what there is to do, and waits at most so long for more. */
    void turn(long millis) throws IOException {
        selector.select(millis);
        var ready = selector.selectedKeys();
        for (var key : ready) {
            ((Line) key.attachment()).ready(key);
        }
        ready.clear();
        long now = System.nanoTime();
        if (now - lookedAt > 1_000_000_000L) {
            lookedAt = now;
            for (var line : new ArrayList<>(busy)) {
                if (now - line.begun > PATIENCE) {
                    line.lose("no answer in " + PATIENCE / 1_000_000_000L + " s");
                }
            }
        }
    }

    private long lookedAt = System.nanoTime();

    int underWay() {
        return busy.size();
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** One connection, and the request under way on it. */
    private final class Line {

        private final SocketChannel channel = SocketChannel.open();
        private final SelectionKey key;
        private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        private ByteBuffer out = ByteBuffer.allocate(0);
        private ByteArrayOutputStream came = new ByteArrayOutputStream();
        private Reply reply = answer -> {};
        private long begun;
        private boolean connected;

        Line() throws IOException {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(address);
            key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        }

        void begin(byte[] request, Reply whoWaits) {
            out = ByteBuffer.wrap(request);
            reply = whoWaits;
            came = new ByteArrayOutputStream();
            begun = System.nanoTime();
            if (connected) {
                write();
            }
        }

        void ready(SelectionKey what) {
            try {
                if (what.isValid() && what.isConnectable()) {
                    channel.finishConnect();
                    connected = true;
                    write();
                } else if (what.isValid() && what.isWritable()) {
                    write();
                }
                if (what.isValid() && what.isReadable()) {
                    read();
                }
            } catch (ConnectException refused) {
                lose("connection refused");
            } catch (IOException cut) {
                lose("connection cut");
            }
        }

        private void write() {
            try {
                channel.write(out);
                key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            } catch (IOException cut) {
                lose("connection cut");
            }
        }

        private void read() throws IOException {
            in.clear();
            int count = channel.read(in);
            if (count < 0) {
                lose("connection cut");
                return;
            }
            came.write(in.array(), 0, count);
            var answer = new Reading(came.toByteArray()).whole();
            if (answer != null) {
                var whoWaits = reply;
                busy.remove(this);
                if (answer.closes) {
                    end();
                } else {
                    came = new ByteArrayOutputStream();
                    idle.addLast(this);
                }
                whoWaits.come(answer.answer);
            }
        }

        private void lose(String why) {
            end();
            if (busy.remove(this)) {
                reply.come(new Answer(0, "", List.of(), new byte[0], false, why, connected));
            } else {
                idle.remove(this);
            }
        }

        private void end() {
            key.cancel();
            try {
                channel.close();
            } catch (IOException alreadyGone) {
                // It is gone either way.
            }
        }
    }

    private record Whole(Answer answer, boolean closes) {}

    /** What has come so far. */
    private static final class Reading {

        private final byte[] bytes;
        private int at;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Null where more is to come. */
        Whole whole() throws IOException {
            int end = headEnd();
            if (end < 0) {
                return null;
            }
            var head = Head.of(List.of(new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r\n")));
            at = end + 4;
            int last = at + head.length();
            var body = head.chunked() ? chunks() : last <= bytes.length ? Arrays.copyOfRange(bytes, at, last) : null;
            return body == null
                    ? null
                    : new Whole(new Answer(head.status(), head.location(), head.cookies(), body, head.zipped(), "", true), head.closes());
        }

        private int headEnd() {
            for (int i = 0; i + 3 < bytes.length; i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    return i;
                }
            }
            return -1;
        }

        private byte[] chunks() {
            var body = new ByteArrayOutputStream();
            while (true) {
                int lineEnd = at;
                while (lineEnd + 1 < bytes.length && bytes[lineEnd] != '\r') {
                    lineEnd++;
                }
                if (lineEnd + 1 >= bytes.length) {
                    return null;
                }
                int size = Integer.parseInt(new String(bytes, at, lineEnd - at, StandardCharsets.ISO_8859_1).strip(), 16);
                int begin = lineEnd + 2;
                if (begin + size + 2 > bytes.length) {
                    return null;
                }
                if (size == 0) {
                    return body.toByteArray();
                }
                body.write(bytes, begin, size);
                at = begin + size + 2;
            }
        }
    }
}
