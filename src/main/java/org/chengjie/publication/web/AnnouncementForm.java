package org.chengjie.publication.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengjie.publication.Announcement;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The announcement as typed, and why each province that is not in is left out.
 *
 * @param omissions by province
 */
public record AnnouncementForm(
        String title, String documentNo, String dated, Map<Long, String> omissions) {

    static final String OMIT = "omit-";

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_OMISSION = 100;

    static AnnouncementForm of(MultiValueMap<String, String> fields) {
        var omissions = new HashMap<Long, String>();
        fields.forEach((name, values) -> {
            if (name.matches(OMIT + "\\d{1,18}")) {
                omissions.put(Long.valueOf(name.substring(OMIT.length())), values.getFirst());
            }
        });
        return new AnnouncementForm(
                text(fields, "title"),
                text(fields, "documentNo"),
                text(fields, "dated"),
                omissions);
    }

    /** Field → what is wrong with it. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        length(faults, "title", title, LONGEST_TITLE, "请写标题。");
        length(faults, "documentNo", documentNo, LONGEST_NUMBER, "请写文号，例如 教职成司函〔2021〕1号。");
        if (day() == null) {
            faults.put("dated", "应为年-月-日，例如 2021-01-05。");
        }
        omissions.forEach((province, reason) -> {
            if (reason.strip().length() > LONGEST_OMISSION) {
                faults.put(OMIT + province, "原因最多 " + LONGEST_OMISSION + " 字。");
            }
        });
        return faults;
    }

    Announcement announcement() {
        var day = day();
        if (day == null) {
            throw new IllegalStateException("Asked before it was checked");
        }
        return new Announcement(title.strip(), documentNo.strip(), day);
    }

    public String omission(long province) {
        return omissions.getOrDefault(province, "");
    }

    private @Nullable LocalDate day() {
        try {
            var day = LocalDate.parse(dated.strip());
            return day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static void length(
            Map<String, String> faults, String field, String text, int most, String missing) {
        int length = text.strip().length();
        if (length == 0) {
            faults.put(field, missing);
        } else if (length > most) {
            faults.put(field, "最多 " + most + " 字，现在是 " + length + " 字。");
        }
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        var text = fields.getFirst(name);
        return text == null ? "" : text;
    }
}
