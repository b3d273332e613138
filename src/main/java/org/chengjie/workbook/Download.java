package org.chengjie.workbook;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A workbook on its way to a browser, under a Chinese name. */
public final class Download {

    public static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Download() {}

    public static ResponseEntity<byte[]> of(String name, byte[] workbook) {
        return headed(name).body(workbook);
    }

    /** The same, passed on as it is read. */
    public static ResponseEntity<InputStreamResource> of(
            String name, long length, InputStreamSource workbook) {
        return headed(name).contentLength(length).body(new InputStreamResource(workbook));
    }

    private static ResponseEntity.BodyBuilder headed(String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(XLSX));
    }

    /** The name is encoded, so that no name can end the header; what no file may be named, is _. */
    public static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_"), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
