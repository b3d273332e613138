package org.chengjie.administration.web;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chengjie.account.Newcomer;
import org.chengjie.account.Officer;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is typed of a colleague; a field that was not sent is an empty one.
 *
 * @param ending what stands after the school's code in the user name, which never changes
 */
public record ColleagueInput(String ending, String name, String mobile, Role role) {

    public ColleagueInput(
            @Nullable String ending,
            @Nullable String name,
            @Nullable String mobile,
            @Nullable Role role) {
        this.ending = requireNonNullElse(ending, "").strip();
        this.name = requireNonNullElse(name, "").strip();
        this.mobile = requireNonNullElse(mobile, "").strip();
        this.role = requireNonNullElse(role, Role.REVIEWER);
    }

    /** Offers the first number that nobody has. */
    static ColleagueInput next(List<Officer> colleagues) {
        var taken = colleagues.stream().map(ColleagueInput::endingOf).collect(Collectors.toSet());
        var free =
                IntStream.range(1, 100)
                        .mapToObj("%02d"::formatted)
                        .filter(number -> !taken.contains(number))
                        .findFirst();
        return new ColleagueInput(free.orElse(""), "", "", Role.REVIEWER);
    }

    static Optional<ColleagueInput> of(List<Officer> colleagues, long account) {
        return colleagues.stream()
                .filter(colleague -> colleague.id() == account && !colleague.main())
                .map(colleague ->
                        new ColleagueInput(
                                endingOf(colleague),
                                colleague.name(),
                                colleague.mobile(),
                                colleague.role()))
                .findFirst();
    }

    Newcomer newcomer(Actor school) {
        return Newcomer.of(school, ending, name, mobile, role);
    }

    /** What is wrong with everything but the user name. */
    Map<String, String> personFaults(Actor school) {
        var faults = new LinkedHashMap<>(newcomer(school).faults(school));
        faults.remove(Newcomer.USER_NAME);
        return faults;
    }

    private static String endingOf(Officer colleague) {
        var name = colleague.userName();
        return name.substring(name.indexOf(Newcomer.DASH) + 1);
    }
}
