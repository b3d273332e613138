package org.chengjie.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 调整备案: a province's letter, and the rows it is about (spec P5).
 *
 * @param letterNo 函号
 * @param scanName the file's name; empty where none was sent yet
 * @param submittedAt null while it is a draft
 * @param decision why it was refused; empty where it was not
 * @param editionId the edition that carries it; null while there is none
 */
public record Adjustment(
        long id,
        long planId,
        long provinceId,
        String provincePath,
        String provinceName,
        AdjustmentState state,
        String reason,
        String letterNo,
        @Nullable LocalDate letterDated,
        String scanName,
        String createdName,
        @Nullable Instant submittedAt,
        String submittedName,
        @Nullable Instant decidedAt,
        String decidedName,
        String decision,
        @Nullable Long editionId,
        long version,
        List<AdjustmentLine> lines) {

    public Adjustment {
        lines = List.copyOf(lines);
    }
}
