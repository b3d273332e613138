package org.chengjie.administration.web;

import java.util.Objects;
import java.util.stream.Stream;
import org.chengjie.account.AccountState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the list of accounts is in view; it goes along with every form of the page.
 *
 * @param state null for all states
 * @param words part of a name, a code or a city
 * @param after the code that the page begins after; empty for the first page
 */
public record AccountsView(@Nullable AccountState state, String words, String after) {

    /** A field that was not sent is an empty one. */
    public AccountsView {
        words = Objects.requireNonNullElse(words, "").strip();
        after = Objects.requireNonNullElse(after, "");
    }

    public String stateName() {
        return state == null ? "" : state.name();
    }

    public boolean filtered() {
        return state != null || !words.isEmpty();
    }

    /** The first page of another state with the same words. */
    public String of(@Nullable AccountState other) {
        return new AccountsView(other, words, "").url();
    }

    public String from(String code) {
        return new AccountsView(state, words, code).url();
    }

    String url() {
        var url = UriComponentsBuilder.fromPath("/province/accounts");
        if (state != null) {
            url.queryParam("state", state.name());
        }
        if (!words.isEmpty()) {
            url.queryParam("words", "{words}");
        }
        if (!after.isEmpty()) {
            url.queryParam("after", "{after}");
        }
        return url.encode()
                .build(Stream.of(words, after).filter(text -> !text.isEmpty()).toArray())
                .toString();
    }
}
