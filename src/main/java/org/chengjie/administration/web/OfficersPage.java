package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Officer;
import org.chengjie.account.UnitAccount;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;

/**
 * The accounts of a province's own officers and of its cities.
 *
 * @param faults field → what is wrong with what was typed for a new colleague
 * @param problem why a request was refused; empty where it was not
 */
public record OfficersPage(
        Actor admin,
        List<Officer> officers,
        List<UnitAccount> cities,
        String userName,
        String name,
        Role role,
        Map<String, String> faults,
        String problem) {

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
