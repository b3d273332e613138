package org.chengjie.filing.web;

import org.chengjie.filing.Note;
import org.chengjie.shared.ChinaTime;

/**
 * A 负责人 as it stands, by whom and at what time of the clock: what was kept or, where it clashed,
 * what somebody else has written.
 */
public record NoteAnswer(String text, long version, String by, String at) {

    static NoteAnswer of(Note note) {
        var at = note.changedAt();
        return new NoteAnswer(
                note.text(),
                note.version(),
                note.changedBy(),
                at == null ? "" : ChinaTime.clock(at));
    }
}
