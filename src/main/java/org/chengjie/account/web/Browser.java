package org.chengjie.account.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the browser calls itself, and whether the pages work in it (spec X4). */
final class Browser {

    private static final Pattern FIREFOX = Pattern.compile("Firefox/(\\d+)");
    private static final Pattern EDGE = Pattern.compile("Edg/(\\d+)");
    private static final Pattern CHROME = Pattern.compile("(?:Headless)?Chrome/(\\d+)");
    private static final int OLDEST_CHROMIUM = 108;
    private static final int OLDEST_FIREFOX = 128;

    private Browser() {}

    /** One sentence for the entrance. */
    static String words(@Nullable String userAgent) {
        var agent = userAgent == null ? "" : userAgent;
        var firefox = FIREFOX.matcher(agent);
        if (firefox.find()) {
            return words("火狐", firefox, OLDEST_FIREFOX);
        }
        var edge = EDGE.matcher(agent);
        if (edge.find()) {
            return words("Edge", edge, OLDEST_CHROMIUM);
        }
        var chrome = CHROME.matcher(agent);
        if (chrome.find()) {
            return words("谷歌（Chromium）", chrome, OLDEST_CHROMIUM);
        }
        return "没有认出您现在用的浏览器，如有显示不正常，请换用上面的浏览器。";
    }

    private static String words(String name, Matcher found, int oldest) {
        var version = Integer.parseInt(found.group(1));
        return "您现在用的是："
                + name
                + " "
                + version
                + (version >= oldest ? "，可以正常填报。" : "，版本较旧，请升级后再填报。");
    }
}
