package org.chengjie.organisation;

/** Whom a school belongs to: 省属 hangs under the province, 市属 under its city (spec R6). */
public enum Affiliation {
    PROVINCE,
    CITY
}
