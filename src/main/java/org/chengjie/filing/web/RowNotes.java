package org.chengjie.filing.web;

import java.util.Map;
import java.util.function.Supplier;
import org.chengjie.filing.Note;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/** 负责人 beside the rows of a page: asked for once, and only by an answer that shows them. */
public final class RowNotes {

    private final Actor reader;
    private final Supplier<Map<Long, Note>> source;
    private @Nullable Map<Long, Note> read;

    RowNotes(Actor reader, Supplier<Map<Long, Note>> source) {
        this.reader = reader;
        this.source = source;
    }

    public Note of(Item item) {
        return all().getOrDefault(item.id(), Note.NONE);
    }

    /** Whether anybody is named anywhere. */
    public boolean any() {
        return all().values().stream().anyMatch(Note::named);
    }

    public boolean editable() {
        return reader.role().mayChange();
    }

    /** By whom 我负责的 is meant. */
    public String reader() {
        return reader.name();
    }

    private Map<Long, Note> all() {
        if (read == null) {
            read = source.get();
        }
        return read;
    }
}
