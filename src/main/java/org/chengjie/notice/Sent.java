package org.chengjie.notice;

/**
 * What became of a reminder.
 *
 * @param sent how many schools it went to
 * @param left how many had the very same within the last hour, and were spared it
 */
public record Sent(int sent, int left) {}
