package org.chengjie.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Step;
import org.chengjie.filing.TypedRow;
import org.chengjie.filing.Typing;
import org.chengjie.organisation.Kind;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.ProvinceCase;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Every number of the ministry's tables is the sum of something: it is a link, and the page that it
 * leads to shows the same number (spec P4). All pages are walked that can be come to from the
 * overview by numbers.
 */
@PageTest
class NumbersLeadDownTest {

    private static final Pattern NUMBER = Pattern.compile("[+−]?\\d[\\d,]*(\\.\\d+)?%?");
    private static final Predicate<String> ENDS =
            Pattern.compile("/ministry/(schools/.*|items/[^/]*/provinces/[^/]*/cities/.*)")
                    .asMatchPredicate();
    private static final String TABLES = "table.figures, table.targets, .nation table, .received";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private ProvinceCase province;
    @Autowired private ProvincialSubmissions submissions;
    @Autowired private OwnUndertakings own;
    @Autowired private Filings filings;

    private final Map<String, Document> pages = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Visitor clerk;
    private int amount = 12_345;
    private int followed;

    /** Two provinces and three cities, each with sums of its own. */
    @BeforeEach
    void file() {
        clerk = world.visit(mvc, world.ministry());
        var officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        own.save(
                officer,
                List.of(
                        ProvinceCase.own("3.1", 0, "7", "省教育厅", "81234.5678"),
                        ProvinceCase.funds("3.2", 0, "4321")));
        var approved = submitted(world.school(World.PROVINCE));
        province.decide(officer, approved, Step.APPROVE);
        submitted(world.school(World.PROVINCE));
        submitted(world.schoolOf(world.city(World.PROVINCE, "丙市"), Kind.SECONDARY));
        world.school(World.PROVINCE);
        var other = world.officer(World.OTHER_PROVINCE, "吴刚");
        world.open(other);
        province.giveContacts(other);
        province.decide(other, submitted(world.school(World.OTHER_PROVINCE)), Step.APPROVE);
        submissions.submit(other, submissions.readiness(other).rollUp().seen());
    }

    @Test
    void everyNumberIsALinkToWhereItStandsAgain() throws Exception {
        Deque<String> toWalk = new ArrayDeque<>(List.of("/ministry/overview"));
        toWalk.add("/ministry/submissions");
        Set<String> walked = new LinkedHashSet<>();
        while (!toWalk.isEmpty()) {
            var address = toWalk.poll();
            if (walked.add(address)) {
                toWalk.addAll(walk(address));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked)
                .contains("/ministry/provinces", "/ministry/provinces/140000/own")
                .contains("/ministry/provinces/140000/schools?which=DECIDED")
                .anyMatch(address -> address.startsWith("/ministry/schools/"))
                .anyMatch(address -> address.startsWith("/ministry/submissions/"))
                .hasSizeGreaterThan(30);
        assertThat(followed).isGreaterThan(500);
    }

    /** Answers where its numbers lead. */
    private Set<String> walk(String address) throws Exception {
        var page = page(address);
        var next = new LinkedHashSet<String>();
        for (var cell : page.select(TABLES).select("tbody td.num:not(.soft)")) {
            if (counts(cell) && !isLink(cell) && !ends(address, cell)) {
                wrong.add(address + ": " + cell.attr("data-l") + " " + cell.text() + " is no link");
            }
        }
        for (var link : page.select(".num a, .sum dd a")) {
            var target = link.attr("href");
            followed++;
            next.add(target);
            if (!shows(page(target), link)) {
                wrong.add(address + ": " + target + " does not show " + link.text());
            }
        }
        return next;
    }

    private static boolean counts(Element cell) {
        var number = NUMBER.matcher(cell.text());
        return number.find() && !number.group().equals("0");
    }

    private static boolean isLink(Element cell) {
        return cell.selectFirst("a[href]") != null;
    }

    /** A row of a school, or what a province does about an item itself, is the sum of nothing. */
    private static boolean ends(String address, Element cell) {
        return ENDS.test(address)
                || (address.contains("/items/")
                        && cell.parent() != null
                        && cell.parent().select("th").text().contains("省级承接"));
    }

    private static boolean shows(Document target, Element link) {
        var number = link.text();
        var shown = new ArrayList<String>();
        // A sum; or a line that is no sum itself.
        var text = target.select(".head, .bar, tfoot, tbody tr:not(:has(th a))").text();
        NUMBER.matcher(text).results().forEach(found -> shown.add(found.group()));
        return isRounded(link)
                ? shown.stream().anyMatch(one -> rounds(one, number))
                : shown.contains(number);
    }

    /** 亿元, with two decimals; the one below in 万元 is exact. */
    private static boolean isRounded(Element link) {
        var cell = link.closest("td, .src, .all, .part");
        return cell != null
                && (cell.attr("data-l").contains("亿")
                        || (cell.is(".src, .all, .part")
                                && cell.closest("main") != null
                                && cell.closest("main").select("h1").text().equals("全国概览")));
    }

    private static boolean rounds(String exact, String rounded) {
        return !exact.endsWith("%")
                && plain(exact)
                                .subtract(plain(rounded).scaleByPowerOfTen(4))
                                .abs()
                                .compareTo(BigDecimal.valueOf(100))
                        < 0;
    }

    private static BigDecimal plain(String number) {
        return new BigDecimal(number.replace(",", "").replace("+", "").replace("−", "-"));
    }

    private Document page(String address) throws Exception {
        var known = pages.get(address);
        if (known == null) {
            known = clerk.get(URLDecoder.decode(address, StandardCharsets.UTF_8));
            assertThat(clerk.status()).as(address).isEqualTo(200);
            pages.put(address, known);
        }
        return known;
    }

    /** Files like no other school. */
    private Actor submitted(Actor school) {
        filings.submit(
                school,
                List.of(row("1", "-"), row("3.1", String.valueOf(amount % 89)), row("3.2", "2")),
                Typing.CONTACT);
        return school;
    }

    private TypedRow row(String no, String quantity) {
        var cells = new ArrayList<String>(List.of(quantity));
        for (int i = 0; i < 4; i++) {
            amount = amount * 7 % 99_991;
            cells.add(amount + ".25");
        }
        return Typing.row(no, 0, cells.toArray(String[]::new));
    }
}
