package org.chengjie.plan;

/**
 * 条款: a passage of the plan's text under a heading of its own (spec C4).
 *
 * @param no as tasks point to it: {@code 10}, or {@code 三（四）} for a section of a chapter without
 *     numbered clauses
 * @param heading as it stands above the passage: {@code 2. 构建职业教育“三全育人”新格局}
 * @param words the passage, a line for each paragraph
 */
public record Clause(String no, String heading, String words) {}
