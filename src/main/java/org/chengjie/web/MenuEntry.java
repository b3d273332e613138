package org.chengjie.web;

/**
 * A line of the rail on the left.
 *
 * @param icon the name of a symbol in icons.svg
 * @param count shown as a badge when it is above 0: what waits there
 */
public record MenuEntry(String href, String icon, String label, int count) {

    public MenuEntry(String href, String icon, String label) {
        this(href, icon, label, 0);
    }
}
