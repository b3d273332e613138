package org.chengjie.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.filing.Stage;
import org.chengjie.organisation.Kind;
import org.chengjie.review.DeskTally;
import org.chengjie.review.News;
import org.chengjie.review.Standing;
import org.jspecify.annotations.Nullable;

/** 上次查看以来, line by line, each with the list that it counts (spec R4). */
public final class DeskNews {

    /**
     * One thing that has happened.
     *
     * @param detail empty where there is nothing to add
     */
    public record Line(int count, String words, String detail, String href, String link) {}

    private DeskNews() {}

    /** Lines of 0 stay, so that everybody finds each where it was yesterday. */
    static List<Line> lines(List<DeskTally> tallies, News news, Instant since, boolean cityReview) {
        var lines = new ArrayList<Line>();
        int fresh = fresh(tallies, null);
        lines.add(
                new Line(
                        fresh,
                        "所学校新提交",
                        fresh == 0 ? "" : "其中 " + fresh(tallies, Kind.SECONDARY) + " 所为中职",
                        schools(Standing.SUBMITTED, since),
                        "看这些"));
        lines.add(
                new Line(
                        news.mended(),
                        "行退回后重新提交",
                        news.mended() == 0 ? "" : "涉及 " + news.mendingSchools() + " 所学校，可直接看改动",
                        rows("resubmitted", "1", "changed", since.toString()),
                        "看改动"));
        lines.add(
                new Line(
                        news.withdrawn(),
                        "所学校撤回",
                        named(news),
                        schools(Standing.FILLING_IN, since),
                        "查看"));
        if (cityReview) {
            lines.add(
                    new Line(
                            news.opinions(),
                            "条市级意见",
                            news.opinions() == 0
                                    ? ""
                                    : "同意 %d 条，不同意 %d 条"
                                            .formatted(news.agreeing(), news.disagreeing()),
                            rows("spoken", since.toString()),
                            "查看"));
        }
        lines.add(
                new Line(
                        news.marked(),
                        "行待审核的有提示",
                        news.inYuan() == 0 ? "" : "其中 " + news.inYuan() + " 行疑为按“元”填写",
                        rows(
                                "stage",
                                Stage.SUBMITTED.name(),
                                "marked",
                                "1",
                                "changed",
                                since.toString()),
                        "去核对"));
        return lines;
    }

    private static String named(News news) {
        var names = String.join("、", news.withdrawnNames());
        return news.withdrawn() > news.withdrawnNames().size() ? names + "等" : names;
    }

    /** Those that nobody has begun to review: it is them that the list shows. */
    private static int fresh(List<DeskTally> tallies, @Nullable Kind kind) {
        return tallies.stream()
                .filter(tally -> tally.standing() == Standing.SUBMITTED)
                .filter(tally -> kind == null || tally.kind() == kind)
                .mapToInt(DeskTally::fresh)
                .sum();
    }

    private static String schools(Standing standing, Instant since) {
        return DeskLinks.to(
                "/province/schools",
                Map.of("standing", standing.name(), "changed", since.toString()));
    }

    private static String rows(String... filter) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < filter.length; i += 2) {
            named.put(filter[i], filter[i + 1]);
        }
        return DeskLinks.rows(named);
    }
}
