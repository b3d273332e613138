package org.chengjie.report.web;

import java.nio.charset.StandardCharsets;
import org.chengjie.plan.Item;
import org.chengjie.report.Province;
import org.springframework.web.util.UriUtils;

/** The addresses of the ministry's figures: from the country down to the school, and by item. */
final class Ways {

    static final String OVERVIEW = "/ministry/overview";
    static final String PROVINCES = "/ministry/provinces";
    static final String ITEMS = "/ministry/items";
    static final String SCHOOLS = "/ministry/schools";

    private Ways() {}

    static String province(Province province) {
        return PROVINCES + "/" + province.code();
    }

    /** All schools of a province. */
    static String schools(Province province) {
        return province(province) + "/schools";
    }

    /** What a province undertakes itself, and its own funds. */
    static String own(Province province) {
        return province(province) + "/own";
    }

    static String city(Province province, String city) {
        return province(province) + "/cities/" + encoded(city);
    }

    static String school(String code) {
        return SCHOOLS + "/" + code;
    }

    static String item(Item item) {
        return ITEMS + "/" + item.no();
    }

    static String item(Item item, Province province) {
        return item(item) + "/provinces/" + province.code();
    }

    static String item(Item item, Province province, String city) {
        return item(item, province) + "/cities/" + encoded(city);
    }

    private static String encoded(String name) {
        return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}
