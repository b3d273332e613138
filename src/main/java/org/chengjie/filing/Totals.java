package org.chengjie.filing;

/**
 * The summary line: 任务数量 counts tasks, not rows; beside it the rows, and their funds (spec F3).
 *
 * @param tasks 任务数量
 * @param rows 填报条目
 */
public record Totals(int tasks, int rows, Funds funds) {}
