package org.chengjie.organisation;

/**
 * What the register holds of a school, as it shall be.
 *
 * @param parentId the city that gate-checks it, or the province (spec R6)
 */
record SchoolFields(String code, String name, Kind kind, String city, long parentId) {}
