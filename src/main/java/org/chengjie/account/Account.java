package org.chengjie.account;

import java.time.Instant;
import java.time.LocalDate;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An account as its sign-in sees it.
 *
 * @param disabled whether those above have shut it
 * @param ending how its unit has ended, null while it is open
 */
record Account(Actor actor, String passwordHash, boolean disabled, @Nullable Ending ending) {

    /**
     * When and why a school was closed, and into which it went (spec P1).
     *
     * @param into null where it was not merged
     */
    record Ending(LocalDate day, String reason, @Nullable String into) {

        /** What its people are told once they have shown that they are its people. */
        String words() {
            return into == null
                    ? "本校已于 " + day + " 在名册中撤销，账号已停用。原因：" + reason + "。如有疑问，请联系省级平台联系人。"
                    : "本校已于 " + day + " 并入“" + into + "”，填报由该校继续，本账号已停用。如有疑问，请联系省级平台联系人。";
        }
    }

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
