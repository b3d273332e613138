package org.chengjie.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** The claim of one application on one data folder; a kill gives it up. */
record DataLock(FileChannel file) implements AutoCloseable {

    static DataLock take(Path folder) throws IOException {
        FileChannel file = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            if (file.tryLock() != null) {
                return new DataLock(file);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this same process: the answer is the same.
        }
        file.close();
        throw new NoDatabase("这个数据目录正被另一个承接程序使用：" + folder, "请先停止那个程序，或用 --data 指定另一个数据目录。");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
