package org.chengjie.organisation.web;

/**
 * What was typed for a city.
 *
 * @param id of the city to be renamed; 0 for a new one
 * @param problem why it was refused; empty where it was not
 */
public record CityForm(long id, String code, String name, String problem) {

    static final CityForm EMPTY = new CityForm(0, "", "", "");
}
