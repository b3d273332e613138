package org.chengjie.account;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares. It is slow on purpose, so only a few at a time, and only so many wait for
 * their turn: a morning on which everybody signs in must not starve those who save, neither of the
 * processor nor of the threads that serve them. Work that nobody waits for in person ({@link #hash}
 * for a batch) waits as long as it takes.
 */
@Component
public class Passwords {

    private static final int COST = 10;
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    /** Of the 200 threads that serve, so many may stand here. */
    private static final int MOST_WAITING = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Too many want in at once; whoever is told so has typed nothing in vain. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1;

        static final String WORDS = "现在登录的人较多，没有来得及核对密码。填的内容都在，请过几秒再点一次。";
    }

    /**
     * Compared with when there is no such account, so that the answer takes as long: of the form of
     * a hash, and of no password that anybody knows.
     */
    static final String NOBODY = "$2a$" + COST + "$" + ".".repeat(53);

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(COST);
    private final Semaphore turns;
    private final Duration patience;

    Passwords() {
        this(AT_ONCE, PATIENCE);
    }

    Passwords(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    public String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(encoder.encode(password));
        } finally {
            turns.release();
        }
    }

    boolean matches(String password, String hash) throws Busy {
        if (turns.getQueueLength() >= MOST_WAITING || !turn()) {
            throw new Busy();
        }
        try {
            return encoder.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    void matchNobody(String password) throws Busy {
        matches(password, NOBODY);
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
