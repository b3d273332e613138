import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: cookies, the token of the page last seen, and as many connections as are needed at once. */
class User {

    static final String PASSWORD = "bench2026pass";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("name=\"captchaId\" value=\"([^\"]+)\"");
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String BOUNDARY = "----bench-7d1f3a";

    private final Deque<Talk> idle = new ConcurrentLinkedDeque<>();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String site;
    private final InetSocketAddress address;
    private String token = "";

    User(String site) {
        this.site = site;
        var uri = URI.create(site);
        address = new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    void signIn(String door, String userName, String password) throws Exception {
        var picture = PICTURE.matcher(page("/"));
        var id = picture.find() ? picture.group(1) : "";
        post("/sign-in", Map.of(
                "door", door, "userName", userName, "password", password,
                "captchaId", id, "work", id.isEmpty() ? "" : work(id)));
    }

    /** What a browser works out in place of reading the picture. */
    private static String work(String id) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        var numbers = new StringJoiner(",");
        for (int part = 0; part < 16; part++) {
            int number = 0;
            byte[] hash;
            do {
                hash = sha.digest((id + ":" + part + ":" + ++number).getBytes(StandardCharsets.US_ASCII));
            } while (hash[0] != 0 || (hash[1] & 0xfe) != 0);
            numbers.add(String.valueOf(number));
        }
        return numbers.toString();
    }

    /** The first time, with the initial password, which must be changed. */
    void arrive(String door, String userName) throws Exception {
        signIn(door, userName, "123456");
        page("/account/first-password");
        post("/account/first-password", Map.of(
                "oldPassword", "123456", "newPassword", PASSWORD, "newPasswordAgain", PASSWORD,
                "name", "本校联系人1", "officePhone", "0310-8888888", "mobile", "13000000001", "privacy", "read"));
    }

    /** A page with a form on it. */
    String page(String path) throws Exception {
        var page = get(path);
        token = find(TOKEN, page);
        return page;
    }

    String get(String path) throws Exception {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    byte[] bytes(String path) throws Exception {
        return send(200, "GET", path, "", new byte[0]).body();
    }

    /** Posts a form that answers with a redirect; says where to. */
    String post(String path, Map<String, String> fields) throws Exception {
        return send(303, "POST", path, FORM, form(fields)).location().replace(site, "");
    }

    /** Posts a form that answers with a page. */
    String preview(String path, Map<String, String> fields) throws Exception {
        var page = send(200, "POST", path, FORM, form(fields)).text();
        token = find(TOKEN, page);
        return page;
    }

    String postForJson(String path, Map<String, String> fields) throws Exception {
        return send(200, "POST", path, "Accept: application/json\r\n" + FORM, form(fields)).text();
    }

    /** Uploads a file; says where to the answer leads. */
    String upload(String path, String field, String fileName, byte[] file) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var type = "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n";
        return send(303, "POST", path, type, body.toByteArray()).location().replace(site, "");
    }

    private byte[] form(Map<String, String> fields) {
        var body = new StringBuilder("_csrf=").append(token);
        fields.forEach((name, value) ->
                body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Talk.Answer send(int status, String method, String path, String headers, byte[] body) throws Exception {
        var answer = ask(request(method, path, headers, body));
        for (var cookie : answer.cookies()) {
            int equals = cookie.indexOf('=');
            cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
        }
        boolean redirected = status / 100 == 3 && answer.status() / 100 == 3;
        if (answer.status() != status && !redirected) {
            throw new IOException(path + " answered " + answer.status() + ": "
                    + answer.text().replaceAll("(?s)<head>.*</head>|<[^>]*>|\\s+", " "));
        }
        return answer;
    }

    private byte[] request(String method, String path, String headers, byte[] body) {
        var told = new StringJoiner("; ", "Cookie: ", "\r\n").setEmptyValue("");
        cookies.forEach((name, value) -> told.add(name + "=" + value));
        var head = method + " " + path + " HTTP/1.1\r\nHost: " + address.getHostString() + ":" + address.getPort() + "\r\n"
                + headers + "Content-Length: " + body.length + "\r\n" + told + "\r\n";
        var first = head.getBytes(StandardCharsets.US_ASCII);
        var whole = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }

    private Talk.Answer ask(byte[] request) throws IOException {
        var talk = idle.pollLast();
        while (talk != null && !talk.open()) {
            talk.close();
            talk = idle.pollLast();
        }
        if (talk == null) {
            talk = new Talk(address);
        }
        var answer = talk.ask(request);
        if (talk.open()) {
            idle.addLast(talk);
        } else {
            talk.close();
        }
        return answer;
    }

    static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Not found: " + pattern);
        }
        return found.group(1).replace("&amp;", "&");
    }
}
