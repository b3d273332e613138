package org.chengjie.database;

/** Why there is no database to work with, and what the operator can do about it. */
final class NoDatabase extends RuntimeException {

    private final String remedy;

    NoDatabase(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    NoDatabase(String sentence, String remedy, Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
