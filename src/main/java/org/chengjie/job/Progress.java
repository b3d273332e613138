package org.chengjie.job;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Rush;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running job as its {@link Work} sees it: what was asked for, and where to tell how far it is.
 */
public final class Progress {

    /** Thrown where the job is told to end; the worker knows what to make of it. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super("ended", null, false, false);
        }
    }

    /** Whoever writes the file. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** Told more often, progress would cost more than the work. */
    private static final long TOLD_EVERY_NANOS = 200_000_000;

    private final long id;
    private final Actor by;
    private final String input;
    private final Jobs jobs;
    private final JsonMapper json;
    private final Courtesy courtesy;

    private int done;
    private int total;
    private long toldAt;

    Progress(long id, Actor by, String input, Jobs jobs, JsonMapper json, Rush rush) {
        this.id = id;
        this.by = by;
        this.input = input;
        this.jobs = jobs;
        this.json = json;
        courtesy = new Courtesy(rush);
    }

    /** Who asked for it, when and from where. */
    public Actor by() {
        return by;
    }

    public <T> T input(Class<T> type) {
        return json.readValue(input, type);
    }

    /** How many steps there are; counting starts anew. */
    public void total(int steps) {
        total = steps;
        done = 0;
        tell();
    }

    /**
     * So many more steps are done. Ends the work here if somebody has asked for that, and pauses it
     * while schools stand in line.
     */
    public void advance(int steps) {
        courtesy.giveWay();
        done += steps;
        if (System.nanoTime() - toldAt > TOLD_EVERY_NANOS || done >= total) {
            tell();
        }
    }

    /** What became of it, in a sentence. */
    public void say(String words) {
        jobs.say(id, words);
    }

    /**
     * What it does next, seen at once like how far it is; not after a {@link #report} or a {@link
     * #file} within the same transaction, which would keep it waiting for itself.
     */
    public void begin(String words) {
        jobs.begin(id, words);
        tell();
    }

    /** A line for each thing that was not done, and why. */
    public void report(List<String> lines) {
        report("没有办理的", lines);
    }

    /** Lines of another kind, under what they are. */
    public void report(String heading, List<String> lines) {
        jobs.report(id, heading, lines);
    }

    /**
     * Keeps a file to be fetched.
     *
     * @param once whether it is gone once fetched, as a list of passwords must be (spec A3)
     */
    public void file(String name, boolean once, Writer writer) throws IOException {
        try (var file = nameless()) {
            var out = new BufferedOutputStream(Channels.newOutputStream(file));
            writer.write(out);
            out.flush();
            file.position(0);
            jobs.keep(id, name, Channels.newInputStream(file), file.size(), once);
        } catch (IOException | UncheckedIOException failed) {
            // A file is closed under whoever is interrupted while writing it.
            if (Thread.currentThread().isInterrupted()) {
                throw new Ended();
            }
            throw failed;
        }
    }

    /**
     * A file of all rows of the country would fill the memory. One without a name is gone with the
     * process, however that ends.
     */
    private static FileChannel nameless() throws IOException {
        var path = Files.createTempFile("chengjie", null);
        try {
            return FileChannel.open(path, READ, WRITE);
        } finally {
            Files.delete(path);
        }
    }

    private void tell() {
        toldAt = System.nanoTime();
        if (jobs.tell(id, done, total) || Thread.currentThread().isInterrupted()) {
            throw new Ended();
        }
    }
}
