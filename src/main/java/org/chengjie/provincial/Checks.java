package org.chengjie.provincial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.Stage;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/** What must be so, and what should be known, before a province submits (spec P3). */
final class Checks {

    private static final String ROWS = "/province/rows?stage=";
    private static final String WINDOW = "/province/window";
    private static final String OWN = "/province/own";

    /** So many items are named; of more, only how many there are. */
    private static final int SHOWN = 6;

    private Checks() {}

    static List<Check> of(
            @Nullable FilingWindow window,
            SchoolRows.Review review,
            int contacts,
            OwnForm own,
            RollUp rollUp,
            Instant at) {
        return List.of(
                decided(review),
                returned(review),
                closed(window, at),
                contacts(contacts),
                complete(own),
                carried(own),
                something(rollUp));
    }

    private static Check decided(SchoolRows.Review review) {
        return review.waiting() == 0
                ? Check.met("没有待审核的条目，全部已审结。")
                : Check.unmet(
                        "还有 %,d 条待审核。请先审结。".formatted(review.waiting()),
                        ROWS + Stage.SUBMITTED,
                        "去审核");
    }

    private static Check returned(SchoolRows.Review review) {
        return review.returned() == 0
                ? Check.met("没有退回后未重新提交的条目。")
                : Check.warning(
                        "有 %,d 条已退回，学校还没有重新提交。这些条目不计入上报，上报后学校也不能再提交。".formatted(review.returned()),
                        ROWS + Stage.RETURNED,
                        "看是哪些条目");
    }

    private static Check closed(@Nullable FilingWindow window, Instant at) {
        if (window == null) {
            return Check.unmet("还没有发布本省申报要求。", WINDOW, "去发布");
        }
        return window.closed(at)
                ? Check.met("申报已于 " + ChinaTime.shortDay(window.closes()) + " 24:00 截止。")
                : Check.warning(
                        "申报期到 "
                                + ChinaTime.shortDay(window.closes())
                                + " 24:00 才截止。现在上报，学校就不能再填报和提交。",
                        WINDOW,
                        "看申报要求");
    }

    private static Check contacts(int given) {
        return given >= 2
                ? Check.met("两位省级平台联系人已填写。")
                : Check.unmet("省级平台联系人要填两位，现在是 " + given + " 位。", "/province/contacts", "去填写");
    }

    private static Check complete(OwnForm own) {
        var gaps = new ArrayList<String>();
        var first = "";
        for (var item : own.undertaken()) {
            var missing = own.row(item).missing(item);
            if (!missing.isEmpty()) {
                first = first.isEmpty() ? missing.getFirst().key() + "-" + item.no() : first;
                gaps.add(
                        item.no()
                                + " "
                                + missing.stream()
                                        .map(Labels::of)
                                        .collect(Collectors.joining("、")));
            }
        }
        return gaps.isEmpty()
                ? Check.met("省级承接 " + own.undertaken().size() + " 条，填写完整。")
                : Check.unmet(
                        "省级承接有 " + gaps.size() + " 条没有填完：" + listed(gaps, "；") + "。没有省财政投入请填“0”。",
                        OWN + "#" + first,
                        "去填写");
    }

    /** Funds for an item that nobody undertakes have no place in the annexes. */
    private static Check carried(OwnForm own) {
        var alone =
                own.items().stream()
                        .filter(item -> !own.row(item).undertaken())
                        .filter(item -> own.row(item).provincial().yuan() > 0)
                        .filter(item -> own.schools(item).approved().schools() == 0)
                        .map(item -> item.no())
                        .toList();
        return alone.isEmpty()
                ? Check.met("填了省财政投入的条目都有单位承接。")
                : Check.unmet(
                        listed(alone, "、") + " 填了省财政投入，但没有学校通过、省级也没有承接。请承接这一条，或改为“0”。",
                        OWN + "#provincial-" + alone.getFirst(),
                        "去修改");
    }

    private static Check something(RollUp rollUp) {
        return rollUp.lines().isEmpty()
                ? Check.unmet("还没有任何承接可以上报：没有通过的条目，也没有省级承接。", OWN, "去填省级承接")
                : Check.met("可上报 " + rollUp.lines().size() + " 条，" + rollUp.schools() + " 所学校承接。");
    }

    private static String listed(List<String> all, String between) {
        return all.size() <= SHOWN
                ? String.join(between, all)
                : String.join(between, all.subList(0, SHOWN)) + " 等 " + all.size() + " 条";
    }
}
