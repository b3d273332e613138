package org.chengjie.account.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the browser calls itself, and whether the pages work in it (spec X4). */
final class Browser {

    private static final Pattern FIREFOX = Pattern.compile("Firefox/(\\d+)");
    private static final Pattern EDGE = Pattern.compile("Edg/(\\d+)");
    private static final Pattern CHROME = Pattern.compile("(?:Headless)?Chrome/(\\d+)");
    private static final Pattern SAFARI = Pattern.compile("Version/(\\d+)[^ ]* .*Safari");
    private static final Map<String, String> SYSTEMS = systems();
    private static final int OLDEST_CHROMIUM = 108;
    private static final int OLDEST_FIREFOX = 128;

    private Browser() {}

    /** {@code 谷歌 130 · Windows}: by what one recognises a sign-in. */
    static String name(@Nullable String userAgent) {
        var agent = userAgent == null ? "" : userAgent;
        var product =
                Stream.of(
                                named("火狐", FIREFOX, agent),
                                named("Edge", EDGE, agent),
                                named("谷歌或 360 等", CHROME, agent),
                                named("Safari", SAFARI, agent))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("未知浏览器");
        return SYSTEMS.entrySet().stream()
                .filter(system -> agent.contains(system.getKey()))
                .findFirst()
                .map(system -> product + " · " + system.getValue())
                .orElse(product);
    }

    private static String named(String name, Pattern version, String agent) {
        var found = version.matcher(agent);
        return found.find() ? name + " " + found.group(1) : "";
    }

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

    /** The narrower name first: Android calls itself Linux, too. */
    private static Map<String, String> systems() {
        var systems = new LinkedHashMap<String, String>();
        systems.put("Windows", "Windows");
        systems.put("Android", "安卓手机");
        systems.put("OpenHarmony", "鸿蒙");
        systems.put("iPhone", "苹果手机");
        systems.put("iPad", "苹果平板");
        systems.put("Macintosh", "苹果电脑");
        systems.put("Linux", "Linux（统信、麒麟等）");
        return systems;
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
