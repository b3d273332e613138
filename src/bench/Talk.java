import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One HTTP/1.1 connection, one request at a time: as little of the processor as a client can take, which the product needs. */
final class Talk implements AutoCloseable {

    private static final long SILENCE = Duration.ofSeconds(5).toNanos();

    /** What came back. */
    record Answer(int status, String location, List<String> cookies, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket = new Socket();
    private final BufferedInputStream in;
    private boolean open = true;
    private long answered = System.nanoTime();

    Talk(InetSocketAddress address) throws IOException {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.connect(address);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** Whether the product goes on listening: it said nothing else, and hangs up only after a longer silence. */
    boolean open() {
        return open && System.nanoTime() - answered < SILENCE;
    }

    Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var lines = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        var head = Head.of(lines);
        var body = head.chunked() ? chunks() : in.readNBytes(head.length());
        open = !head.closes();
        answered = System.nanoTime();
        return new Answer(head.status(), head.location(), head.cookies(), body);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The product hung up.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
