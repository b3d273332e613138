package org.chengjie.publication;

/**
 * An edition as a list names it.
 *
 * @param no 第几版 of its plan
 * @param note what is new in it; empty in the first
 */
public record EditionHead(
        long id, String planTitle, int no, Announcement announcement, String note) {}
