package org.chengjie.publication;

import java.time.LocalDate;

/**
 * Under which words an edition is made public (spec P5).
 *
 * @param documentNo 文号: {@code 教职成司函〔2021〕1号}
 */
public record Announcement(String title, String documentNo, LocalDate dated) {}
