package org.chengjie.organisation;

/**
 * A city of a province (spec R6).
 *
 * @param schools how many open schools it gate-checks
 */
public record City(long id, String code, String name, long version, int schools) {}
