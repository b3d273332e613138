package org.chengjie.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of the PostgreSQL server that the product brings along, unpacked once. */
final class Binaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private Binaries() {}

    /**
     * The folder of the programs ({@code initdb}, {@code pg_ctl}, …), after unpacking if need be.
     */
    static Path in(Path folder) throws IOException {
        URL archive = Binaries.class.getResource(ARCHIVE);
        if (archive == null || !System.getProperty("os.arch").equals("amd64")) {
            throw new NoDatabase(
                    "自带的数据库只有 Linux x86-64 版，不能在这台机器上运行。", EmbeddedServer.USE_A_SERVER);
        }
        Path unpacked = folder.resolve("postgres-" + fingerprint(archive));
        if (!Files.exists(unpacked)) {
            Folders.deleteAll(folder, "unpacking");
            Path fresh = Files.createTempDirectory(folder, "unpacking");
            try (InputStream txz = archive.openStream()) {
                unpack(txz, fresh);
            }
            Folders.rename(fresh, unpacked);
        }
        return unpacked.resolve("bin");
    }

    /** Another version of the archive is unpacked beside the old one. */
    private static String fingerprint(URL archive) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        return Long.toHexString(connection.getJarEntry().getCrc());
    }

    static void unpack(InputStream txz, Path into) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(txz)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, into);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path into)
            throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : parent(target));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, sibling(entry, parent(target)));
        } else if (entry.isFile() && !entry.isLink()) {
            Files.copy(content, target);
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(
                            (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        } else if (!entry.isDirectory()) {
            throw new IOException("The archive holds something odd: " + entry.getName());
        }
    }

    /** Links in this archive name a neighbour; anything longer could lead outside by a detour. */
    private static Path sibling(TarArchiveEntry link, Path folder) throws IOException {
        Path goal = folder.resolve(link.getLinkName()).normalize();
        if (!folder.equals(goal.getParent()) || link.getLinkName().contains("/")) {
            throw new IOException("The archive links outside its folder: " + link.getName());
        }
        return Path.of(link.getLinkName());
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("The archive has an entry without a folder: " + path);
        }
        return parent;
    }
}
