package org.chengjie.review;

import java.util.List;
import org.chengjie.filing.SchoolPicks;
import org.chengjie.filing.Step;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.shared.Labels;
import org.springframework.stereotype.Component;

/** A decision on more rows than one waits for: left, found again, and told at its end (spec X5). */
@Component
public class DecisionWork implements Work {

    public static final String KIND = "decision";

    /** What is to be carried out. */
    public record Order(long decisionId, Step step, List<SchoolPicks> schools) {

        public Order {
            schools = List.copyOf(schools);
        }
    }

    private final DecisionRun run;

    DecisionWork(DecisionRun run) {
        this.run = run;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) {
        var order = progress.input(Order.class);
        progress.total(SchoolPicks.rows(order.schools()));
        var outcome =
                run.run(progress.by(), order.decisionId(), order.schools(), progress::advance);
        progress.report(outcome.missed());
        progress.say(
                "%s：%,d 行已办理，%,d 行没有改动。"
                        .formatted(
                                Labels.of(order.step()),
                                outcome.moved(),
                                SchoolPicks.rows(order.schools()) - outcome.moved()));
    }
}
