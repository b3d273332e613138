package org.chengjie.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengjie.provincial.Check;
import org.chengjie.provincial.FiveFunds;
import org.chengjie.provincial.Present;
import org.chengjie.provincial.RollUp;
import org.chengjie.provincial.Source;
import org.chengjie.provincial.SubmissionLine;

/** 公布前检查: what must be so before an edition goes out (spec P5, P6). */
final class PublicationChecks {

    private static final int SHOWN = 4;
    private static final Present NOTHING = Present.NOTHING;

    private PublicationChecks() {}

    static List<Check> of(List<Candidate> candidates, Map<Long, Present> present) {
        return List.of(
                something(candidates),
                everybody(candidates),
                finished(candidates, present),
                rows(candidates, present),
                equation(candidates));
    }

    private static Check something(List<Candidate> candidates) {
        var fresh = candidates.stream().filter(one -> one.included() && !one.published()).count();
        return fresh > 0
                ? Check.met("这次公布 " + fresh + " 个核对通过的申报单位。")
                : Check.unmet("没有核对通过、还没有公布的申报单位。", "/ministry/submissions", "去核对");
    }

    private static Check everybody(List<Candidate> candidates) {
        var silent =
                candidates.stream()
                        .filter(one -> !one.included() && one.omission().isBlank())
                        .map(Candidate::name)
                        .toList();
        return silent.isEmpty()
                ? Check.met("申报单位或已核对通过，或写明了不列入的原因。")
                : Check.unmet(listed(silent) + "没有核对通过，也没有写明不列入的原因。", "#omissions", "去写明");
    }

    private static Check finished(List<Candidate> candidates, Map<Long, Present> present) {
        var waiting =
                candidates.stream()
                        .filter(Candidate::included)
                        .filter(one -> present.getOrDefault(one.id(), NOTHING).waiting() > 0)
                        .map(Candidate::name)
                        .toList();
        return waiting.isEmpty()
                ? Check.met("列入的申报单位没有待审核的条目。")
                : Check.unmet(listed(waiting) + "还有待审核的条目。", "/ministry/submissions", "看各省上报");
    }

    private static Check rows(List<Candidate> candidates, Map<Long, Present> present) {
        var wrong = new ArrayList<String>();
        for (var one : candidates) {
            if (one.included()) {
                var now = present.getOrDefault(one.id(), NOTHING).rollUp();
                differing(one.rollUp(), now).ifPresent(words -> wrong.add(one.name() + words));
            }
        }
        return wrong.isEmpty()
                ? Check.met("每一个合计都等于各行之和。")
                : Check.unmet(
                        "合计与各行之和不符：" + listed(wrong) + "。请先查明。", "/ministry/submissions", "看各省上报");
    }

    /** The first figure of a province that its rows do not come to. */
    private static Optional<String> differing(RollUp handedIn, RollUp now) {
        for (var line : handedIn.lines()) {
            var row =
                    now.lines().stream()
                            .filter(other -> other.item().id() == line.item().id())
                            .findFirst();
            if (row.filter(other -> same(line, other)).isEmpty()) {
                return Optional.of(
                        " %s（%s，各行之和 %s）"
                                .formatted(
                                        line.item().no(),
                                        inWords(line),
                                        row.map(PublicationChecks::inWords).orElse("0")));
            }
        }
        return handedIn.lines().size() == now.lines().size() && handedIn.schools() == now.schools()
                ? Optional.empty()
                : Optional.of("的条目数或学校数");
    }

    private static boolean same(SubmissionLine one, SubmissionLine other) {
        return one.schools() == other.schools()
                && one.schoolQuantity() == other.schoolQuantity()
                && one.own() == other.own()
                && one.ownQuantity() == other.ownQuantity()
                && one.ownBodies().equals(other.ownBodies())
                && one.funds().equals(other.funds());
    }

    private static String inWords(SubmissionLine line) {
        return line.units() + " 个布点 " + line.funds().total() + " 万元";
    }

    /** By provinces and by sources the country comes to the same. */
    private static Check equation(List<Candidate> candidates) {
        var included = candidates.stream().filter(Candidate::included).toList();
        var funds =
                included.stream()
                        .map(one -> one.rollUp().funds())
                        .reduce(FiveFunds.NONE, FiveFunds::plus);
        long provinces =
                included.stream().mapToLong(one -> one.rollUp().funds().total().yuan()).sum();
        var sources = new ArrayList<String>();
        for (var source : Source.values()) {
            sources.add(funds.of(source).toString());
        }
        return funds.total().yuan() == provinces
                ? Check.met(
                        "汇总等于五个来源之和："
                                + funds.total()
                                + " = "
                                + String.join(" + ", sources)
                                + " 万元。")
                : Check.unmet("各省之和与五个来源之和不符，请先查明。", "", "");
    }

    private static String listed(List<String> all) {
        return all.size() <= SHOWN
                ? String.join("、", all)
                : String.join("、", all.subList(0, SHOWN)) + "等 " + all.size() + " 个";
    }
}
