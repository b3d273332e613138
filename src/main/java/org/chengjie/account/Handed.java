package org.chengjie.account;

/** An initial password on its way to whoever it is for: shown once, kept nowhere (spec A3, A5). */
public record Handed(String unitName, String userName, String password) {

    /** Never the password: it opens an account. */
    @Override
    public String toString() {
        return "Handed[" + userName + "]";
    }
}
