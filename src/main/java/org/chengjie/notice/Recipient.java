package org.chengjie.notice;

import java.time.Instant;
import org.chengjie.account.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A school that a reminder went to, with whom to telephone there (spec R7).
 *
 * @param readAt when somebody of it confirmed the reminder; null where nobody has
 * @param submitted whether its filing stands submitted now
 * @param closed whether it has been closed meanwhile
 */
public record Recipient(
        long schoolId,
        String code,
        String name,
        String city,
        Contact contact,
        @Nullable Instant readAt,
        boolean submitted,
        boolean closed) {

    /** Whether it is worth asking again. */
    public boolean owes() {
        return readAt == null && !submitted && !closed;
    }
}
