package org.chengjie.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders that appear whole or not at all, whenever the machine stops. */
final class Folders {

    private Folders() {}

    /** Renames within a folder, and has the disk remember it. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(to.resolveSibling("."), READ)) {
            folder.force(true);
        }
    }

    /** Removes what an interrupted start left half-made. */
    static void deleteAll(Path folder, String prefix) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path leftover : leftovers) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
    }
}
