package org.chengjie.account;

/** How far a unit's account has come, as those above see it (spec A3, A5). */
public enum AccountState {
    NONE,
    NEVER_SIGNED_IN,
    /** Signed in at least once, but the password is still, or again, an initial one. */
    INITIAL,
    OWN,
    DISABLED;

    /** Whether a batch may give it an initial password: not where somebody has chosen his own. */
    public boolean awaitsPassword() {
        return this == NONE || this == NEVER_SIGNED_IN || this == INITIAL;
    }
}
