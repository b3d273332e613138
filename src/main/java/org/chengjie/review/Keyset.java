package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * An order to page through by where one is instead of by counting rows, so that the hundredth page
 * costs what the first does and nothing is met twice; ties go by id (spec R4).
 *
 * @param key the SQL that is sorted by; our own text, never the user's
 */
record Keyset(String key, Type type, boolean descending) {

    /** What the key is, and how it is written into a link and read again. */
    enum Type {
        TEXT,
        NUMBER,
        TIME
    }

    /** A line, and where it stands in the order. */
    record Placed<T>(T line, String place) {}

    String orderBy(boolean backward) {
        return orderBy(key, backward);
    }

    /** The same order once more, over lines that carry their {@link #column}. */
    String again(boolean backward) {
        return orderBy("sort_key", backward);
    }

    private String orderBy(String by, boolean backward) {
        var direction = descending == backward ? "asc" : "desc";
        return " order by %s %s, id %s".formatted(by, direction, direction);
    }

    String column() {
        return key + " as sort_key";
    }

    /** The lines after the place, or before it; a place that cannot be read is no place. */
    boolean from(Where where, Place place) {
        var value = place.at().isEmpty() ? null : value(place.at());
        if (value == null) {
            return false;
        }
        where.and(
                "(%s, id) %s (:key, :id)"
                        .formatted(key, descending == place.backward() ? ">" : "<"),
                "key",
                value);
        where.value("id", Long.parseLong(place.at().substring(place.at().indexOf('~') + 1)));
        return true;
    }

    <T> RowMapper<Placed<T>> placed(RowMapper<T> mapper) {
        return (row, n) -> {
            var line = mapper.mapRow(row, n);
            return new Placed<>(line, place(row));
        };
    }

    /** What a page shows of the lines read, of which there is one more where the list goes on. */
    <T> Slice<T> slice(List<Placed<T>> read, Place place, boolean placed) {
        boolean backward = placed && place.backward();
        boolean more = read.size() > Slice.SIZE;
        var shown = more ? read.subList(0, Slice.SIZE) : read;
        var inOrder = backward ? shown.reversed() : shown;
        if (inOrder.isEmpty()) {
            return new Slice<>(List.of(), null, null);
        }
        return new Slice<>(
                inOrder.stream().map(Placed::line).toList(),
                backward ? when(more, inOrder.getFirst()) : when(placed, inOrder.getFirst()),
                backward ? inOrder.getLast().place() : when(more, inOrder.getLast()));
    }

    private static @Nullable String when(boolean there, Placed<?> line) {
        return there ? line.place() : null;
    }

    private String place(ResultSet row) throws SQLException {
        var key =
                switch (type) {
                    case TEXT -> row.getString("sort_key");
                    case NUMBER -> String.valueOf(row.getLong("sort_key"));
                    case TIME ->
                            row.getObject("sort_key", OffsetDateTime.class).toInstant().toString();
                };
        return key + "~" + row.getLong("id");
    }

    private @Nullable Object value(String text) {
        int end = text.indexOf('~');
        if (end < 0 || !text.substring(end + 1).matches("\\d{1,18}")) {
            return null;
        }
        var key = text.substring(0, end);
        return switch (type) {
            case TEXT -> key.matches("[0-9A-Za-z]{1,40}") ? key : null;
            case NUMBER -> key.matches("\\d{1,18}") ? Long.valueOf(key) : null;
            case TIME -> time(key);
        };
    }

    private static @Nullable OffsetDateTime time(String text) {
        try {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException notOurs) {
            return null;
        }
    }
}
