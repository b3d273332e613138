package org.chengjie.filing.web;

import java.util.List;
import org.chengjie.filing.Copy;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.QrCode;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A copy with where it can be verified (spec F12).
 *
 * @param site the address that the platform was asked at: {@code https://host}
 */
public record PrintedCopy(Copy copy, String site) {

    static final String VERIFY = "/verify";

    /** As the request came, whose address is the one that the outside knows. */
    static PrintedCopy of(Copy copy) {
        return new PrintedCopy(
                copy, ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    }

    public String place() {
        return site + VERIFY;
    }

    public QrCode qr() {
        return QrCode.of(
                UriComponentsBuilder.fromUriString(place())
                        .queryParam("no", copy.receiptNo())
                        .queryParam("code", copy.code())
                        .toUriString());
    }

    public String at() {
        return ChinaTime.full(copy.at());
    }

    /** Whether a row is the first of its task's. */
    public boolean first(Copy.Row row) {
        return sameTask(row).getFirst().equals(row);
    }

    public boolean last(Copy.Row row) {
        return sameTask(row).getLast().equals(row);
    }

    /** Whether the task has several rows here, or an item that is one of several. */
    public boolean part(Copy.Row row) {
        return row.no().indexOf('.') >= 0;
    }

    private List<Copy.Row> sameTask(Copy.Row row) {
        return copy.rows().stream().filter(other -> other.taskNo() == row.taskNo()).toList();
    }
}
