package org.chengjie.shared;

/** What an account may do within its tier (spec 1). */
public enum Role {
    ADMIN,
    REVIEWER,
    VIEWER;

    /** Whether the role may change anything at all. */
    public boolean mayChange() {
        return this != VIEWER;
    }

    /** Whether the role may hand a school's form in, and take it back (spec 1, F8, F10). */
    public boolean maySubmit() {
        return this == ADMIN;
    }
}
