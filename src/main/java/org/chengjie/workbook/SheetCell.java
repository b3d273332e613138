package org.chengjie.workbook;

/**
 * A cell of a sheet that somebody sent, as text; numbers are written out plainly.
 *
 * @param address as the person sees it, {@code B3}
 * @param column counted from 0
 */
public record SheetCell(String address, int column, String text) {}
