package org.chengjie.filing.web;

/**
 * One of the three contact fields above the form (spec F1).
 *
 * @param saved what is stored, for the script to tell whether it has changed
 * @param fault what is wrong with it; empty where nothing is
 */
public record ContactField(
        String name, String label, String value, String saved, String inputMode, String fault) {

    public String id() {
        return "contact-" + name;
    }
}
