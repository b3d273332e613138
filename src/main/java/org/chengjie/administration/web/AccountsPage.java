package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.account.AccountState;
import org.chengjie.account.UnitAccount;
import org.chengjie.administration.BatchScope;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * The list of the schools' accounts.
 *
 * @param counts how many schools that fit the words are in each state
 * @param shown a page of them
 * @param next the code that the next page begins after; null on the last
 * @param fixedAllowed whether a batch may give all the same initial password
 * @param picked the ticked schools, where a request was refused
 * @param problem why it was refused; empty where it was not
 */
public record AccountsPage(
        Actor officer,
        AccountsView view,
        Map<AccountState, Integer> counts,
        List<UnitAccount> shown,
        @Nullable String next,
        boolean fixedAllowed,
        BatchScope scope,
        Set<Long> picked,
        String reason,
        String problem) {

    public boolean mayManage() {
        return officer.role() == Role.ADMIN;
    }

    /** How many schools are in a state; in any, for null. */
    public int count(@Nullable AccountState state) {
        return state == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(state, 0);
    }

    /** How many have a password that somebody else has set. */
    public int initial() {
        return count(AccountState.NEVER_SIGNED_IN) + count(AccountState.INITIAL);
    }
}
