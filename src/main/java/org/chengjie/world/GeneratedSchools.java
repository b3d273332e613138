package org.chengjie.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.chengjie.account.Accounts;
import org.chengjie.account.NewAccount;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills a province up to so many schools: its real colleges, then other bodies and 中职 with invented
 * codes that begin with 99.
 */
@Component
class GeneratedSchools {

    private static final String COLLEGES = "world/colleges.csv";
    private static final String SECONDARY = "world/secondary-school-names.csv";

    /** One school in so many is another body that may undertake. */
    private static final int OTHERS = 60;

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
        var known = codes(province);
        var missing =
                Stream.of(
                                colleges(province),
                                others(province, schools / OTHERS),
                                secondary(province, schools))
                        .flatMap(List::stream)
                        .filter(unit -> !known.contains(unit.code()))
                        .limit(Math.max(0, schools - known.size()))
                        .toList();
        accounts.openAll(
                units.addAll(missing).stream()
                        .map(unit ->
                                new NewAccount(
                                        unit.id(), unit.code(), passwordHash, Role.ADMIN, true))
                        .toList());
    }

    private Set<String> codes(Unit province) {
        return new HashSet<>(
                jdbc.sql(
                                "select code from organisation.unit where tier = 'SCHOOL' and starts_with(path, :reach)")
                        .param("reach", province.path())
                        .query(String.class)
                        .list());
    }

    static List<NewUnit> colleges(Unit province) {
        return Shipped.rows(COLLEGES).stream()
                .filter(row -> row.get("filing_unit").equals(province.name()))
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
        var cities = cities(province);
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
    private static List<NewUnit> secondary(Unit province, int count) {
        var cities = cities(province);
        var named = shipped(SECONDARY, province).toList();
        var schools = new ArrayList<NewUnit>();
        for (int i = 0; i < count; i++) {
            int made = i - named.size();
            var city = made < 0 ? named.get(i).get("city") : cities.get(made % cities.size());
            var name = made < 0 ? named.get(i).get("name") : invented(city, made / cities.size());
            schools.add(
                    NewUnit.school(
                            province, code(province, 200_001 + i), name, Kind.SECONDARY, city));
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

    /**
     * Those in which a shipped school of the province lies, in the order in which they are first
     * met.
     */
    private static List<String> cities(Unit province) {
        var cities =
                Stream.concat(shipped(COLLEGES, province), shipped(SECONDARY, province))
                        .map(row -> row.get("city"))
                        .filter(city -> !city.isBlank())
                        .distinct()
                        .toList();
        return cities.isEmpty() ? List.of(province.name()) : cities;
    }

    private static Stream<CSVRecord> shipped(String file, Unit province) {
        return Shipped.rows(file).stream()
                .filter(row -> row.get("province").equals(province.name()));
    }
}
