package org.chengjie.world;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.chengjie.account.Accounts;
import org.chengjie.account.NewAccount;
import org.chengjie.account.Passwords;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.FilingWindows;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.ProvinceContact;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plans;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Role;
import org.springframework.stereotype.Component;

/**
 * A small world to try everything in: two provinces with their real colleges; the cities of 山西, a
 * dozen 中职, most of them under their city, and one other body, with invented codes that begin with
 * 99; windows open around today, and an account for each with one initial password.
 */
@Component
class DemoWorld {

    static final String INITIAL_PASSWORD = "123456";
    static final String PROVINCE = "140000";
    static final String SECOND_PROVINCE = "130000";

    private static final int SECONDARY_SCHOOLS = 12;

    private static final String NOTE =
            """
            1.填写平台管理联系人及办公电话、手机号
            2.勾选任务并填写有关信息
            3.提交
            """;

    private final Units units;
    private final Accounts accounts;
    private final Passwords passwords;
    private final ProvinceContacts contacts;
    private final FilingWindows windows;
    private final Plans plans;
    private final DemoFilings filings;
    private final Clock clock;

    DemoWorld(
            Units units,
            Accounts accounts,
            Passwords passwords,
            ProvinceContacts contacts,
            FilingWindows windows,
            Plans plans,
            DemoFilings filings,
            Clock clock) {
        this.units = units;
        this.accounts = accounts;
        this.passwords = passwords;
        this.contacts = contacts;
        this.windows = windows;
        this.plans = plans;
        this.filings = filings;
        this.clock = clock;
    }

    void create(Unit ministry, List<Unit> provinces) {
        var hash = passwords.hash(INITIAL_PASSWORD);
        var all = new ArrayList<NewAccount>();
        all.add(new NewAccount(ministry.id(), "moe", hash, Role.ADMIN, true));
        for (var province : provinces) {
            all.add(new NewAccount(province.id(), province.code(), hash, Role.ADMIN, true));
        }
        var first = by(provinces, PROVINCE);
        var second = by(provinces, SECOND_PROVINCE);
        var cities = units.addAll(GeneratedSchools.cities(first));
        for (var city : cities) {
            all.add(new NewAccount(city.id(), city.code(), hash, Role.ADMIN, true));
        }
        var schools =
                units.addAll(
                        Stream.of(
                                        GeneratedSchools.colleges(first),
                                        secondary(first, cities),
                                        GeneratedSchools.colleges(second),
                                        other(first),
                                        invented(first, cities))
                                .flatMap(List::stream)
                                .toList());
        for (var school : schools) {
            all.add(new NewAccount(school.id(), school.code(), hash, Role.ADMIN, true));
        }
        accounts.openAll(all);
        openWindow(first);
        openWindow(second);
        filings.file(schools);
    }

    /** Around today, with the two people whom the province shows its schools. */
    void openWindow(Unit province) {
        var officer = filings.actor(province, "省厅管理员");
        var today = ChinaTime.dayOf(clock.instant());
        windows.publish(
                officer,
                plans.current().id(),
                new FilingWindow(
                        today.minusDays(14),
                        today.plusDays(14),
                        today.plusDays(28),
                        NOTE.strip(),
                        0));
        contacts.replace(
                List.of(
                        new ProvinceContact(1, "省厅联系人", "13811111111"),
                        new ProvinceContact(2, "省厅联系人2", "13811111112")),
                officer);
    }

    /** The real ones, each under the city that gate-checks it (spec R6). */
    private static List<NewUnit> secondary(Unit province, List<Unit> cities) {
        var schools = new ArrayList<NewUnit>();
        for (var row : secondaryRows(province)) {
            var city = named(cities, row.get("city"));
            schools.add(
                    NewUnit.school(
                            city,
                            code(province, schools.size() + 1),
                            row.get("name"),
                            Kind.SECONDARY,
                            city.name()));
        }
        return schools;
    }

    /**
     * The shipped list names fewer real schools of a province than the world wants; the rest are
     * made up. The last of them belongs to the province itself (省属).
     */
    private static List<NewUnit> invented(Unit province, List<Unit> cities) {
        var schools = new ArrayList<NewUnit>();
        for (int number = secondaryRows(province).size() + 1;
                number <= SECONDARY_SCHOOLS;
                number++) {
            var city = cities.get((SECONDARY_SCHOOLS - number) % cities.size());
            schools.add(
                    NewUnit.school(
                            number == SECONDARY_SCHOOLS ? province : city,
                            code(province, number),
                            province.name() + "第" + number + "中等职业学校（演示）",
                            Kind.SECONDARY,
                            city.name()));
        }
        return schools;
    }

    private static List<CSVRecord> secondaryRows(Unit province) {
        return Shipped.rows("world/secondary-school-names.csv").stream()
                .filter(row -> row.get("province").equals(province.name()))
                .limit(SECONDARY_SCHOOLS)
                .toList();
    }

    private static String code(Unit province, int number) {
        return "99%s%06d".formatted(province.code().substring(0, 2), 100 + number);
    }

    private static List<NewUnit> other(Unit province) {
        return List.of(
                NewUnit.school(
                        province,
                        "99" + province.code().substring(0, 2) + "900001",
                        province.name() + "职业教育发展中心（演示）",
                        Kind.OTHER,
                        ""));
    }

    private static Unit named(List<Unit> cities, String name) {
        return cities.stream().filter(city -> city.name().equals(name)).findFirst().orElseThrow();
    }

    private static Unit by(List<Unit> provinces, String code) {
        return provinces.stream()
                .filter(province -> province.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
