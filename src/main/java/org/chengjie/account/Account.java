package org.chengjie.account;

import java.time.Instant;
import org.chengjie.shared.Actor;

/**
 * An account as its sign-in sees it.
 *
 * @param disabled whether those above have shut it
 */
record Account(Actor actor, String passwordHash, boolean disabled) {

    /** The same, as somebody who acts from there, now. */
    Actor actor(String address, Instant now) {
        return new Actor(
                actor.accountId(),
                actor.userName(),
                actor.name(),
                actor.role(),
                actor.tier(),
                actor.unitId(),
                actor.unitName(),
                actor.unitCode(),
                actor.path(),
                actor.initialPassword(),
                address,
                now);
    }
}
