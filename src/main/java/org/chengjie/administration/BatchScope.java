package org.chengjie.administration;

/** Which schools a batch gives initial passwords to (spec A3). */
public enum BatchScope {
    NO_ACCOUNT,
    /** Those without an account, too. */
    NEVER_SIGNED_IN,
    SELECTED
}
