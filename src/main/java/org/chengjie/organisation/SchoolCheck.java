package org.chengjie.organisation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Reads a typed school, from a form or a file, by the same rules. Nothing is read off the digits of
 * a code (spec A2).
 */
final class SchoolCheck {

    static final int LONGEST_NAME = 60;

    private static final Pattern CODE = Pattern.compile("[0-9]{10}");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    private final long provinceId;
    private final Map<String, City> cities;

    SchoolCheck(long provinceId, List<City> cities) {
        this.provinceId = provinceId;
        this.cities = cities.stream().collect(Collectors.toMap(City::name, city -> city));
    }

    /**
     * What is wrong, by column.
     *
     * @param before the school as it is; null for a new one. The city it has may stay, even where
     *     there is no such unit yet
     */
    Map<RegisterColumn, String> faults(SchoolDraft draft, @Nullable RegisterEntry before) {
        var faults = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        code(draft.code()).ifPresent(words -> faults.put(RegisterColumn.CODE, words));
        name(draft.name()).ifPresent(words -> faults.put(RegisterColumn.NAME, words));
        if (kind(draft.kind()).isEmpty()) {
            faults.put(
                    RegisterColumn.KIND,
                    draft.kind().isEmpty()
                            ? "还没有选办学层次。"
                            : "应为" + kinds() + "之一，现在是“" + shown(draft.kind()) + "”。");
        }
        boolean known = cities.containsKey(draft.city());
        if (!draft.city().isEmpty()
                && !known
                && (before == null || !before.city().equals(draft.city()))) {
            faults.put(
                    RegisterColumn.CITY,
                    "本省名册里没有“" + shown(draft.city()) + "”。请从列表里选；确有这个市，请先在名册页添加。");
        }
        var affiliation = affiliation(draft.affiliation());
        if (affiliation.isEmpty()) {
            faults.put(
                    RegisterColumn.AFFILIATION,
                    draft.affiliation().isEmpty()
                            ? "还没有选隶属：省属或市属。"
                            : "应为省属或市属，现在是“" + shown(draft.affiliation()) + "”。");
        } else if (affiliation.get() == Affiliation.CITY
                && !known
                && !faults.containsKey(RegisterColumn.CITY)) {
            faults.put(
                    RegisterColumn.CITY,
                    draft.city().isEmpty() ? "市属学校要选所在的市。" : "市属学校所在的市要先在名册页添加。");
        }
        return faults;
    }

    /** Only of a draft without faults. */
    SchoolFields fields(SchoolDraft draft) {
        var affiliation = affiliation(draft.affiliation()).orElseThrow();
        var city = cities.get(draft.city());
        return new SchoolFields(
                draft.code(),
                draft.name(),
                kind(draft.kind()).orElseThrow(),
                draft.city(),
                affiliation == Affiliation.CITY && city != null ? city.id() : provinceId);
    }

    static Optional<String> name(String name) {
        if (name.isEmpty()) {
            return Optional.of("还没有填名称。");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("名称最多 " + LONGEST_NAME + " 字，现在是 " + name.length() + " 字。");
        }
        return UNPRINTABLE.matcher(name).find()
                ? Optional.of("名称里有看不见的字符，请删去后重填。")
                : Optional.empty();
    }

    private static Optional<String> code(String code) {
        if (code.isEmpty()) {
            return Optional.of("还没有填学校标识码。");
        }
        return CODE.matcher(code).matches()
                ? Optional.empty()
                : Optional.of("学校标识码应为 10 位数字，现在是“" + shown(code) + "”。");
    }

    private static Optional<Kind> kind(String words) {
        return Stream.of(Kind.values()).filter(kind -> Labels.of(kind).equals(words)).findFirst();
    }

    private static Optional<Affiliation> affiliation(String words) {
        return Stream.of(Affiliation.values())
                .filter(affiliation -> Labels.of(affiliation).equals(words))
                .findFirst();
    }

    private static String kinds() {
        return Stream.of(Kind.values()).map(Labels::of).collect(Collectors.joining("、"));
    }

    /** Enough to recognise it by. */
    private static String shown(String typed) {
        return typed.length() > 30 ? typed.substring(0, 30) + "…" : typed;
    }
}
