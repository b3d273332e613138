package org.chengjie.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.chengjie.provincial.Digest;
import org.chengjie.publication.Edition;
import org.chengjie.publication.Editions;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.Download;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * 公布: what everybody can read, without signing in (spec P5). The address of an edition and of its
 * files is for good; whoever has a file already is told so.
 */
@Controller
@RequestMapping(PublishedController.PAGE)
class PublishedController {

    static final String PAGE = "/published";

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType JSON =
            MediaType.parseMediaType("application/json;charset=UTF-8");

    /** A page tells whether there is a newer edition. */
    private static final CacheControl PAGES =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    /** An edition never changes; how it is written might. */
    private static final CacheControl FILE = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Editions editions;
    private final JsonMapper json;
    private final PublishedFiles files = new PublishedFiles();

    PublishedController(Editions editions, JsonMapper json) {
        this.editions = editions;
        this.json = json;
    }

    @GetMapping
    ModelAndView all(HttpServletResponse response) {
        keep(response, PAGES);
        return new ModelAndView("publication/all", "editions", editions.all());
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long id, HttpServletResponse response) {
        var edition = find(id);
        keep(response, PAGES);
        var latest = editions.latest(edition.plan().id()).orElse(edition);
        return new ModelAndView(
                "publication/edition",
                Map.of(
                        "edition",
                        edition,
                        "latest",
                        latest,
                        "changes",
                        editions.changes(edition.plan().id(), edition.no())));
    }

    @GetMapping("/{id:[0-9]{1,18}}/annex-1.xlsx")
    ResponseEntity<byte[]> first(@PathVariable long id, HttpServletResponse response) {
        var edition = find(id);
        keep(response, FILE);
        return file(
                edition,
                "附件1-" + AnnexWorkbook.FIRST + "-第" + edition.no() + "版.xlsx",
                MediaType.parseMediaType(Download.XLSX),
                files.of(edition, "annex-1", AnnexWorkbook::first));
    }

    @GetMapping("/{id:[0-9]{1,18}}/annex-2.xlsx")
    ResponseEntity<byte[]> second(@PathVariable long id, HttpServletResponse response) {
        var edition = find(id);
        keep(response, FILE);
        return file(
                edition,
                "附件2-" + AnnexWorkbook.SECOND + "-第" + edition.no() + "版.xlsx",
                MediaType.parseMediaType(Download.XLSX),
                files.of(edition, "annex-2", AnnexWorkbook::second));
    }

    @GetMapping("/{id:[0-9]{1,18}}/data.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, HttpServletResponse response) {
        var edition = find(id);
        keep(response, FILE);
        return file(
                edition,
                "承接情况-第" + edition.no() + "版.csv",
                CSV,
                files.of(edition, "csv", PublishedData::csv));
    }

    @GetMapping("/{id:[0-9]{1,18}}/data.json")
    ResponseEntity<byte[]> json(@PathVariable long id, HttpServletResponse response) {
        var edition = find(id);
        keep(response, FILE);
        return ResponseEntity.ok()
                .contentType(JSON)
                .eTag(mark(edition))
                .body(files.of(edition, "json", of -> PublishedData.json(of, json)));
    }

    private Edition find(long id) {
        return editions.find(id).orElseThrow(Refusal::notFound);
    }

    private static ResponseEntity<byte[]> file(
            Edition edition, String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.attachment(name))
                .contentType(type)
                .eTag(mark(edition))
                .body(bytes);
    }

    /** In place of what every answer carries; what is not found carries that still. */
    private static void keep(HttpServletResponse response, CacheControl how) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, how.getHeaderValue());
    }

    /** A workbook carries the moment it was written, so its bytes are no mark of what is in it. */
    private static String mark(Edition edition) {
        return "W/\""
                + edition.id()
                + "-"
                + Digest.of(edition.seen() + edition.announcement() + edition.note())
                + "\"";
    }
}
