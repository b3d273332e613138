package org.chengjie.web;

/**
 * Something said at the head of every page until it is confirmed.
 *
 * @param title what it is
 * @param words what is said, as its writer typed it
 * @param from who said it, and when
 * @param action where 已阅 is sent to; empty where the reader may not confirm it
 */
public record Banner(String title, String words, String from, String action) {}
