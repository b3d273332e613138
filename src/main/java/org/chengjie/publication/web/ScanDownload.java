package org.chengjie.publication.web;

import org.chengjie.publication.Scan;
import org.chengjie.workbook.Download;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A scan on its way to a browser: saved, never shown in the platform's own name. */
final class ScanDownload {

    private ScanDownload() {}

    static ResponseEntity<byte[]> of(Scan scan) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.attachment(scan.name()))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(scan.type()))
                .body(scan.bytes());
    }
}
