package org.chengjie.publication;

import java.time.LocalDate;

/**
 * 调整记录: a figure that an edition has other than the one before it, as the public reads it (spec
 * P5).
 *
 * @param edition 第几版
 * @param note by which letter
 */
public record EditionChange(
        int edition,
        LocalDate dated,
        String note,
        String provinceName,
        String itemNo,
        String itemTitle,
        String field,
        String before,
        String after) {}
