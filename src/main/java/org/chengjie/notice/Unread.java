package org.chengjie.notice;

import java.time.Instant;

/** A reminder that a school has not confirmed yet. */
record Unread(long id, String words, Instant at, String byName) {}
