package org.chengjie.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A task, where it stands, and the clauses of the plan's text that it points to (spec C4). */
public record TaskClauses(Area area, Task task, List<Clause> clauses) {

    /** Shorter pieces of a title stand in too many places to point at any. */
    private static final int SHORTEST = 6;

    private static final Pattern PIECES = Pattern.compile("[，；、。]");

    /** A stretch of a paragraph; marked where it says what the task says. */
    public record Piece(String words, boolean marked) {}

    public TaskClauses {
        clauses = List.copyOf(clauses);
    }

    /** The paragraphs of a clause, each in pieces, with the words of the task marked. */
    public List<List<Piece>> paragraphs(Clause clause) {
        return clause.words().lines().map(this::pieces).toList();
    }

    private List<Piece> pieces(String paragraph) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < paragraph.length()) {
            var found = first(paragraph, at);
            if (found.isEmpty()) {
                break;
            }
            int start = paragraph.indexOf(found, at);
            if (start > at) {
                pieces.add(new Piece(paragraph.substring(at, start), false));
            }
            pieces.add(new Piece(found, true));
            at = start + found.length();
        }
        if (at < paragraph.length()) {
            pieces.add(new Piece(paragraph.substring(at), false));
        }
        return pieces;
    }

    /** What comes first of the task's words from there on, the longest of those; empty for none. */
    private String first(String paragraph, int at) {
        return sought().stream()
                .filter(words -> paragraph.indexOf(words, at) >= 0)
                .min(
                        Comparator.<String>comparingInt(words -> paragraph.indexOf(words, at))
                                .thenComparingInt(words -> -words.length()))
                .orElse("");
    }

    private List<String> sought() {
        var sought = new ArrayList<String>();
        for (var item : task.items()) {
            sought.add(item.title());
            sought.addAll(PIECES.splitAsStream(item.title()).toList());
        }
        sought.addAll(PIECES.splitAsStream(task.title()).toList());
        return sought.stream().filter(words -> words.length() >= SHORTEST).distinct().toList();
    }
}
