package org.chengjie.workbook;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The name of a file that somebody sent, as it may stand on a page and in a download. */
public final class SentName {

    private static final int LONGEST = 100;

    private SentName() {}

    /**
     * Some browsers send the whole path; only its end counts.
     *
     * @param otherwise where there is none
     */
    public static String of(@Nullable MultipartFile file, String otherwise) {
        var name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var plain = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
        var clean = plain.replaceAll("\\p{Cntrl}", "");
        return clean.isBlank() ? otherwise : clean.substring(Math.max(0, clean.length() - LONGEST));
    }

    /** 名册.xlsx → 标出错误 名册.xlsx */
    public static String marked(String name) {
        return "标出错误 " + name.replaceFirst("(?i)\\.xlsx$", "") + ".xlsx";
    }
}
