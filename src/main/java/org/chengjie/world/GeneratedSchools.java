package org.chengjie.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.chengjie.account.Accounts;
import org.chengjie.account.NewAccount;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills a province up to so many schools: its cities, its real colleges, then other bodies and 中职
 * with invented codes that begin with 99; most 中职 lie under their city.
 */
@Component
class GeneratedSchools {

    private static final String SECONDARY = "world/secondary-school-names.csv";

    /** One school in so many is another body that may undertake. */
    private static final int OTHERS = 60;

    /** One 中职 in so many belongs to the province itself (省属). */
    private static final int PROVINCIAL = 12;

    private static final List<String> FIELDS =
            List.of(
                    "机电", "卫生", "财经", "农业", "交通", "信息工程", "旅游", "艺术", "商贸", "建筑", "电子", "幼儿师范",
                    "轻工", "体育", "石化");

    private final Units units;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    GeneratedSchools(Units units, Accounts accounts, JdbcClient jdbc) {
        this.units = units;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    void fill(Unit province, int schools, String passwordHash) {
        add(
                cities(province),
                known(province, "CITY").keySet()::contains,
                Integer.MAX_VALUE,
                passwordHash);
        var cities =
                known(province, "CITY").values().stream()
                        .map(id -> units.find(id, new Reach(province.path())))
                        .collect(Collectors.toMap(Unit::name, Function.identity()));
        var known = known(province, "SCHOOL");
        var wanted =
                Stream.of(
                                colleges(province),
                                others(province, schools / OTHERS),
                                secondary(province, cities, schools))
                        .flatMap(List::stream)
                        .toList();
        add(wanted, known.keySet()::contains, Math.max(0, schools - known.size()), passwordHash);
    }

    private void add(List<NewUnit> wanted, Predicate<String> known, int most, String passwordHash) {
        var missing = wanted.stream().filter(unit -> !known.test(unit.code())).limit(most).toList();
        accounts.openAll(
                units.addAll(missing).stream()
                        .map(unit ->
                                new NewAccount(
                                        unit.id(), unit.code(), passwordHash, Role.ADMIN, true))
                        .toList());
    }

    /** Code → id. */
    private Map<String, Long> known(Unit province, String tier) {
        return jdbc
                .sql(
                        "select code, id from organisation.unit where tier = :tier and starts_with(path, :reach)")
                .param("tier", tier)
                .param("reach", province.path())
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<NewUnit> cities(Unit province) {
        return shipped("world/cities.csv", "province", province)
                .map(row -> NewUnit.city(province, row.get("code"), row.get("name")))
                .toList();
    }

    static List<NewUnit> colleges(Unit province) {
        return shipped("world/colleges.csv", "filing_unit", province)
                .map(row ->
                        NewUnit.school(
                                province,
                                row.get("code"),
                                row.get("name"),
                                row.get("kind").equals("本科") ? Kind.UNIVERSITY : Kind.COLLEGE,
                                row.get("city")))
                .toList();
    }

    private static List<NewUnit> others(Unit province, int count) {
        var cities = cityNames(province);
        var others = new ArrayList<NewUnit>();
        for (int i = 0; i < count; i++) {
            var city = cities.get(i % cities.size());
            others.add(
                    NewUnit.school(
                            province,
                            code(province, 910_001 + i),
                            city + "职业教育集团（演示）",
                            Kind.OTHER,
                            city));
        }
        return others;
    }

    /**
     * First those whose names are shipped, then invented ones, spread over the province's cities.
     */
    private static List<NewUnit> secondary(Unit province, Map<String, Unit> cities, int count) {
        var names = cityNames(province);
        var named = shipped(SECONDARY, "province", province).toList();
        var schools = new ArrayList<NewUnit>();
        for (int i = 0; i < count; i++) {
            int made = i - named.size();
            var city = made < 0 ? named.get(i).get("city") : names.get(made % names.size());
            var name = made < 0 ? named.get(i).get("name") : invented(city, made / names.size());
            var parent = i % PROVINCIAL == 0 ? province : cities.getOrDefault(city, province);
            schools.add(
                    NewUnit.school(
                            parent, code(province, 200_001 + i), name, Kind.SECONDARY, city));
        }
        return schools;
    }

    private static String invented(String city, int number) {
        int series = number / FIELDS.size();
        return city
                + (series == 0 ? "" : "第" + (series + 1))
                + FIELDS.get(number % FIELDS.size())
                + "中等职业学校（演示）";
    }

    private static String code(Unit province, int number) {
        return "99%s%06d".formatted(province.code().substring(0, 2), number);
    }

    /** Those of the shipped list, else those that a shipped school of the province lies in. */
    private static List<String> cityNames(Unit province) {
        var cities = cities(province).stream().map(NewUnit::name).toList();
        return !cities.isEmpty()
                ? cities
                : Stream.concat(
                                shipped("world/colleges.csv", "province", province)
                                        .map(row -> row.get("city")),
                                Stream.of(province.name()))
                        .filter(city -> !city.isBlank())
                        .distinct()
                        .toList();
    }

    private static Stream<CSVRecord> shipped(String file, String column, Unit province) {
        return Shipped.rows(file).stream().filter(row -> row.get(column).equals(province.name()));
    }
}
