package org.chengjie.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** LibreOffice itself, which opens a workbook and saves it in its own way, without a window. */
final class LibreOffice {

    private LibreOffice() {}

    static byte[] saves(byte[] workbook) {
        try {
            var folder = Files.createTempDirectory("libreoffice");
            var given = Files.write(folder.resolve("given.xlsx"), workbook);
            var process =
                    new ProcessBuilder(
                                    "soffice",
                                    "--headless",
                                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                    "--convert-to",
                                    "xlsx:Calc MS Excel 2007 XML",
                                    "--outdir",
                                    folder.resolve("saved").toString(),
                                    given.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("LibreOffice does not end");
            }
            return Files.readAllBytes(savedIn(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Path savedIn(Path folder) {
        return folder.resolve("saved").resolve("given.xlsx");
    }
}
