package org.chengjie.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * Who sends too much is refused before it is read, and who sends slowly keeps nobody waiting and
 * takes no memory (checks V5.2, V15.2.2). Every wait here ends by the socket's own patience.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "chengjie.pool-size=6")
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeavyRequestsTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String FILE = "Content-Type: multipart/form-data; boundary=b\r\n";

    @LocalServerPort private int port;
    @Autowired private People people;

    private final List<Socket> open = new ArrayList<>();

    @BeforeAll
    void settle() {
        people.settled();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Test
    void refusesAFileOfFiftyMegabytesBeforeItIsSent() throws Exception {
        var socket = begin("POST", "/school/filing/upload", FILE + length(50 << 20), "--b\r\n");
        assertThat(firstLine(socket)).startsWith("HTTP/1.1 413");
    }

    /** Without a length it is read as far as the bound, and kept on the disk meanwhile. */
    @Test
    void refusesAFileThatDoesNotTellItsLength() throws Exception {
        var head =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n";
        var socket = begin("POST", "/sign-in", FILE + "Transfer-Encoding: chunked\r\n", "");
        chunk(socket, head);
        for (int i = 0; i < 12; i++) {
            chunk(socket, "x".repeat(1 << 20));
        }
        chunk(socket, "\r\n--b--\r\n");
        chunk(socket, "");
        assertThat(firstLine(socket)).startsWith("HTTP/1.1 413");
    }

    /** Only forms that are posted are read. */
    @Test
    void answersOtherRequestsWithoutReadingTheirBodies() throws Exception {
        for (var method : List.of("PUT", "PATCH", "DELETE")) {
            var socket = begin(method, "/sign-in", FORM + "Transfer-Encoding: chunked\r\n", "");
            chunk(socket, "a=1");
            assertThat(firstLine(socket)).as(method).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void servesOthersBesideFiveHundredWhoSendSlowly() throws Exception {
        for (int i = 0; i < 500; i++) {
            begin("POST", "/sign-in", FORM + length(8_000), "a=");
        }
        var page = begin("GET", "/", "", "");
        assertThat(firstLine(page)).startsWith("HTTP/1.1 200");
    }

    /** The memory for each is taken with its first byte. */
    @Test
    void readsFewLargeFormsAtATime() throws Exception {
        var others = 10;
        for (int i = 0; i < Weight.LARGE_AT_ONCE + others; i++) {
            begin("POST", "/sign-in", FORM + length(1_000_000), "a=");
        }
        assertThat(answers()).hasSize(others).allMatch(line -> line.startsWith("HTTP/1.1 429"));
        var usual = begin("POST", "/sign-in", FORM + length(3), "a=1");
        assertThat(firstLine(usual)).startsWith("HTTP/1.1 403");
    }

    /** Of those who are answered before the socket's patience ends. */
    private List<String> answers() throws InterruptedException {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var lines = new ArrayList<Callable<String>>();
            open.forEach(socket -> lines.add(() -> firstLine(socket)));
            return readers.invokeAll(lines).stream()
                    .filter(line -> line.state() == Future.State.SUCCESS)
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private Socket begin(String method, String path, String headers, String body)
            throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        socket.setSoTimeout(6_000);
        send(socket, method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
        send(socket, body);
        return socket;
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes + "\r\n";
    }

    private static void chunk(Socket socket, String text) throws IOException {
        send(socket, Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        var in = socket.getInputStream();
        for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }
}
