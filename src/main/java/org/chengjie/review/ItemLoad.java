package org.chengjie.review;

/** An item with the rows that wait, of those submitted. */
public record ItemLoad(String no, String title, int waiting, int submitted) {}
