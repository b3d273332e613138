package org.chengjie.shared;

/**
 * A request that the rules refuse, with the Chinese sentence that tells the person why and what to
 * do (spec X3).
 */
public final class Refusal extends RuntimeException {

    /** Why it is refused, as far as the answer's status goes. */
    public enum Kind {
        /** Absent, or out of reach, which reads the same (spec X2). */
        NOT_FOUND,
        /** The account may not do this. */
        NOT_ALLOWED,
        /** Somebody else was faster, or the thing has moved on. */
        CONFLICT,
        /** The window does not allow it now (spec W4). */
        CLOSED,
        /** The input cannot be taken as it is. */
        INVALID
    }

    private final Kind kind;
    private final String words;

    public Refusal(Kind kind, String words) {
        super(words);
        this.kind = kind;
        this.words = words;
    }

    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "没有这一页，或不在您的辖区。");
    }

    public static Refusal notAllowed(String words) {
        return new Refusal(Kind.NOT_ALLOWED, words);
    }

    public static Refusal conflict(String words) {
        return new Refusal(Kind.CONFLICT, words);
    }

    public static Refusal closed(String words) {
        return new Refusal(Kind.CLOSED, words);
    }

    public static Refusal invalid(String words) {
        return new Refusal(Kind.INVALID, words);
    }

    public Kind kind() {
        return kind;
    }

    /** The sentence for the screen, in Chinese. */
    public String words() {
        return words;
    }

    /** A refusal is an answer, not a fault: nobody reads its stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
