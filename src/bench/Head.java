import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an HTTP/1.1 answer says of itself before its body.
 *
 * @param length of the body in bytes, where it is not chunked
 * @param cookies as name=value, without what else is said of them
 * @param closes whether the product hangs up behind it
 */
record Head(int status, int length, boolean chunked, boolean zipped, boolean closes, String location, List<String> cookies) {

    static Head of(List<String> lines) {
        int length = 0;
        boolean chunked = false;
        boolean zipped = false;
        boolean closes = false;
        var location = "";
        var cookies = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "content-encoding" -> zipped = value.equals("gzip");
                case "connection" -> closes = value.equals("close");
                case "location" -> location = value;
                case "set-cookie" -> cookies.add(value.replaceFirst(";.*", ""));
                default -> {}
            }
        }
        return new Head(Integer.parseInt(lines.getFirst().substring(9, 12)), length, chunked, zipped, closes, location, cookies);
    }
}
