package org.chengjie.account.web;

import org.chengjie.shared.Tier;

/** Where each tier begins its work. */
final class Home {

    private Home() {}

    static String of(Tier tier) {
        return switch (tier) {
            case SCHOOL -> "/school/undertakings";
            case PROVINCE -> "/province/desk";
            case CITY -> "/city/schools";
            case MINISTRY -> "/ministry/overview";
        };
    }
}
