package org.chengjie.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares. It is slow on purpose, so at most two at a time: a morning on which
 * everybody signs in must not starve those who save.
 */
@Component
public class Passwords {

    private static final int COST = 10;
    private static final int AT_ONCE = 2;

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(COST);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** Compared with when there is no such account, so that the answer takes as long. */
    private final String nobody = encoder.encode(Token.fresh().value());

    public String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    void matchNobody(String password) {
        matches(password, nobody);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
