package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What costs the platform more than a page, and how often in a minute it may be asked for: by one
 * account, and from one address, behind which a whole city's schools may stand (checks V15.2.2).
 */
enum Costly {
    /** A file made, or handed out again. */
    EXPORT(60, 600),
    /** A file sent. */
    IMPORT(30, 300),
    /** Numbers of copies tried out, for whom no sign-in is needed. */
    VERIFY(120, 120),
    /**
     * What was published, for whom no sign-in is needed: a whole office may look at it from one
     * address on the day.
     */
    PUBLISHED(1_200, 1_200),
    /** A password tried, or a picture drawn. */
    ENTRANCE(600, 600),
    /** An open form tells of itself three times a minute. */
    PRESENCE(240, 12_000),
    /** Every other change. A form saves itself once a second at most. */
    CHANGE(3_000, 30_000);

    private static final Set<String> FILES =
            Set.of("export", "workbook", "template", "faults", "file", "dossier");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    final int perAccount;
    final int perAddress;

    Costly(int perAccount, int perAddress) {
        this.perAccount = perAccount;
        this.perAddress = perAddress;
    }

    static Optional<Costly> of(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (FILES.contains(path.substring(path.lastIndexOf('/') + 1))) {
            return Optional.of(EXPORT);
        }
        if (path.equals("/verify")) {
            return Optional.of(VERIFY);
        }
        if (path.equals("/published") || path.startsWith("/published/")) {
            return Optional.of(PUBLISHED);
        }
        if (path.equals("/captcha") || path.startsWith("/sign-in")) {
            return Optional.of(ENTRANCE);
        }
        if (READS.contains(request.getMethod())) {
            return Optional.empty();
        }
        if (isSent(request)) {
            return Optional.of(IMPORT);
        }
        return Optional.of(path.startsWith("/school/presence") ? PRESENCE : CHANGE);
    }

    /** Whether a file is made, read, or handed out. */
    static boolean isFile(HttpServletRequest request) {
        return of(request).filter(costly -> costly == EXPORT || costly == IMPORT).isPresent();
    }

    private static boolean isSent(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }
}
