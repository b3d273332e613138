import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists the forms of rendered pages for bin/attack, as WHO METHOD ACTION FIELDS, each action once. */
class Forms {

    /** What tells the rows of a form apart; they are all alike, and one stands for the rest. */
    private static final String ROW = "[0-9]+(\\.[0-9]+)?";

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea|button)\\b([^>]*\\bname=[^>]*)>");

    /** Arguments: files named WHO.NAME.html */
    public static void main(String[] pages) throws IOException {
        var seen = new TreeSet<String>();
        for (var page : pages) {
            var who = Path.of(page).getFileName().toString().split("\\.", 2)[0];
            var forms = FORM.matcher(Files.readString(Path.of(page)));
            while (forms.find()) {
                var action = attribute("action", forms.group(1));
                var method = attribute("method", forms.group(1)).equals("post") ? "POST" : "GET";
                if (!action.startsWith("/") || action.equals("/sign-out")) {
                    continue;
                }
                var fields = fields(forms.group(2));
                if (!fields.isEmpty() && seen.add(method + action.replaceAll("\\d+", "0"))) {
                    System.out.println(
                            method.equals("GET")
                                    ? who + " GET " + action + "?" + fields
                                    : who + " POST " + action + " " + fields);
                }
            }
        }
    }

    private static String fields(String form) {
        var values = new LinkedHashMap<String, String>();
        var seen = new TreeSet<String>();
        var fields = FIELD.matcher(form);
        while (fields.find()) {
            var name = attribute("name", fields.group(1));
            var file = attribute("type", fields.group(1)).equals("file");
            if (!name.equals("_csrf") && !file && seen.add(name.replaceAll(ROW, "0"))) {
                values.put(name, attribute("value", fields.group(1)));
            }
        }
        return values.entrySet().stream()
                .map(field -> field.getKey() + "=" + (field.getValue().isEmpty() ? "1" : encoded(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String attribute(String name, String tag) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }
}
