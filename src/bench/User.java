import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: cookies, and the token of the page last seen. */
class User {

    static final String PASSWORD = "bench2026pass";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("name=\"captchaId\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----bench-7d1f3a";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String site;
    private String token = "";

    User(String site) {
        this.site = site;
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
        return send(200, path, request(path)).body();
    }

    /** Posts a form that answers with a redirect; says where to. */
    String post(String path, Map<String, String> fields) throws Exception {
        return send(303, path, form(path, fields)).headers().firstValue("Location").orElse("").replace(site, "");
    }

    /** Posts a form that answers with a page. */
    String preview(String path, Map<String, String> fields) throws Exception {
        var page = new String(send(200, path, form(path, fields)).body(), StandardCharsets.UTF_8);
        token = find(TOKEN, page);
        return page;
    }

    String postForJson(String path, Map<String, String> fields) throws Exception {
        return new String(
                send(200, path, form(path, fields).header("Accept", "application/json")).body(), StandardCharsets.UTF_8);
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
        var request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        return send(303, path, request).headers().firstValue("Location").orElse("").replace(site, "");
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = new StringBuilder("_csrf=").append(token);
        fields.forEach((name, value) ->
                body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site + path));
    }

    private HttpResponse<byte[]> send(int status, String path, HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        boolean redirected = status / 100 == 3 && answer.statusCode() / 100 == 3;
        if (answer.statusCode() != status && !redirected) {
            throw new IOException(path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8).replaceAll("(?s)<head>.*</head>|<[^>]*>|\\s+", " "));
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
