package org.chengjie.web;

/**
 * A line of the rail on the left.
 *
 * @param icon the name of a symbol in icons.svg
 * @param count shown as a badge when it is above 0: what waits there
 * @param also another page that belongs to this line; empty where there is none
 * @param live where the badge is asked for anew while it is shown; empty where it stays as it is
 */
public record MenuEntry(
        String href, String icon, String label, int count, String also, String live) {

    public MenuEntry(String href, String icon, String label, int count, String also) {
        this(href, icon, label, count, also, "");
    }

    public MenuEntry(String href, String icon, String label, int count) {
        this(href, icon, label, count, "");
    }

    public MenuEntry(String href, String icon, String label) {
        this(href, icon, label, 0);
    }
}
