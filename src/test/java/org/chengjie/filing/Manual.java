package org.chengjie.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Task;
import org.chengjie.plan.Undertaker;
import org.jspecify.annotations.Nullable;

/**
 * The school manual's worked example (facts.md): rows 1, 2, 3.1, 3.2, 3.3, which make 3 tasks and
 * 57 万元; and around it, items nobody undertakes.
 */
public final class Manual {

    public static final Item ONE = item(1, "1", "加强职业教育研究，构建中国特色职业教育的思想体系、话语体系、政策体系和实践体系", "");
    public static final Item TWO = item(2, "2", "按照师生比不低于1:350的比例核定专职思政课教师岗位", "");
    public static final Item THREE_1 = item(3, "3.1", "培育200所左右“三全育人”典型学校", "所");
    public static final Item THREE_2 = item(3, "3.2", "培育遴选100个左右名班主任工作室", "个");
    public static final Item THREE_3 = item(3, "3.3", "遴选100个左右德育特色案例", "个");
    public static final Item SIX = item(6, "6", "中职学校教学条件基本达标", "");
    public static final Item SEVEN_1 = item(7, "7.1", "遴选1000所左右优质中职学校", "所");

    public static final Plan PLAN =
            new Plan(
                    1,
                    "2020-2023",
                    "行动计划（2020—2023年）",
                    List.of(
                            new Area(
                                    1,
                                    "落实立德树人根本任务",
                                    List.of(
                                            task(1, ONE),
                                            task(2, TWO),
                                            task(3, THREE_1, THREE_2, THREE_3))),
                            new Area(2, "推进职业教育协调发展", List.of(task(6, SIX), task(7, SEVEN_1)))));

    public static final FilingWindow WINDOW =
            new FilingWindow(
                    LocalDate.of(2020, 10, 19),
                    LocalDate.of(2020, 11, 6),
                    LocalDate.of(2020, 12, 11),
                    "",
                    1);

    public static final Instant DURING = Instant.parse("2020-11-02T02:00:00Z");

    private static final Map<Item, Values> TYPED =
            Map.of(
                    ONE, values(null, 1, 2, 3, 4),
                    TWO, values(null, 5, 6, 1, 2),
                    THREE_1, values(1L, 6, 5, 4, 1),
                    THREE_2, values(2L, 2, 1, 2, 6),
                    THREE_3, values(2L, 3, 1, 1, 1));

    private Manual() {}

    /** Values whose amounts are whole 万元. */
    public static Values values(@Nullable Long quantity, long... wan) {
        return Values.of(
                quantity, wan[0] * 10_000, wan[1] * 10_000, wan[2] * 10_000, wan[3] * 10_000);
    }

    public static Filing draft() {
        return filing(null, null, Map.of());
    }

    public static Filing submitted() {
        return submitted(Map.of());
    }

    /** Submitted, and some rows since decided; the others wait. */
    public static Filing submitted(Map<Item, Stage> decided) {
        var reviewStarted = decided.isEmpty() ? null : DURING.plusSeconds(7200);
        return filing(DURING.plusSeconds(3600), reviewStarted, decided);
    }

    public static Form form(@Nullable Filing filing) {
        return new Form(PLAN, Set.of(), WINDOW, filing);
    }

    /** A filing with one of its rows made otherwise. */
    public static Filing changed(Filing filing, Item item, UnaryOperator<Undertaking> change) {
        var rows = new TreeMap<>(filing.rows());
        rows.put(item.id(), change.apply(filing.row(item)));
        return filing.with(rows);
    }

    private static Filing filing(
            @Nullable Instant submittedAt,
            @Nullable Instant reviewStartedAt,
            Map<Item, Stage> decided) {
        var otherwise = submittedAt == null ? Stage.DRAFT : Stage.SUBMITTED;
        var rows = new TreeMap<Long, Undertaking>();
        TYPED.forEach((item, values) ->
                rows.put(
                        item.id(),
                        new Undertaking(
                                100 + item.id(),
                                item.id(),
                                true,
                                decided.getOrDefault(item, otherwise),
                                values,
                                10 + item.id(),
                                DURING,
                                "李敏")));
        return new Filing(
                7,
                4113,
                "/1/13/4113/",
                DURING,
                DURING,
                submittedAt,
                submittedAt == null ? null : "13-20201102-00417",
                reviewStartedAt,
                rows);
    }

    private static Item item(int task, String no, String title, String unit) {
        long id = task * 10L + (no.indexOf('.') < 0 ? 0 : Long.parseLong(no.split("\\.", -1)[1]));
        return new Item(id, task, no, title, !unit.isEmpty(), null, "", unit, Undertaker.SCHOOL);
    }

    private static Task task(int no, Item... items) {
        return new Task(no, items[0].title(), "教育部", List.of(items));
    }
}
