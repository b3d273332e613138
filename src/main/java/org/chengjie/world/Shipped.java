package org.chengjie.world;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The tables that ship with the product, as CSV with a head line. */
final class Shipped {

    private Shipped() {}

    static List<CSVRecord> rows(String path) {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var in =
                new InputStreamReader(
                        new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8)) {
            return format.parse(in).getRecords();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
