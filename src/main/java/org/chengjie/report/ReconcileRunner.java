package org.chengjie.report;

import java.io.PrintStream;
import org.chengjie.shared.Wall;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What {@code bin/reconcile} starts: counts everything from the rows, says what differs, and ends
 * (spec P6).
 */
@Component
class ReconcileRunner implements ApplicationRunner {

    private final Reconciliations reconciliations;
    private final ConfigurableApplicationContext context;
    private final String mode;

    ReconcileRunner(
            Reconciliations reconciliations,
            ConfigurableApplicationContext context,
            @Value("${chengjie.reconcile:}") String mode) {
        this.reconciliations = reconciliations;
        this.context = context;
        this.mode = mode;
    }

    @Override
    @SuppressWarnings("SystemOut") // for the person at the terminal, not for a log
    public void run(ApplicationArguments given) {
        if (mode.isEmpty()) {
            return;
        }
        int status =
                Wall.across(() -> reconcile(reconciliations, mode.equals("repair"), System.out));
        SpringApplication.exit(context);
        System.exit(status);
    }

    /**
     * Says each difference, and mends all if asked to.
     *
     * @return 0 when nothing differs, or nothing does any more; 1 when something does
     */
    static int reconcile(Reconciliations reconciliations, boolean repair, PrintStream out) {
        var differences = reconciliations.reconcile();
        differences.forEach(difference -> out.println(difference.words()));
        if (!differences.isEmpty() && repair) {
            reconciliations.recount();
            out.printf("有 %,d 处不一致，已全部按逐行相加更正。%n", differences.size());
            return reconcile(reconciliations, false, out);
        }
        long rows = reconciliations.last().map(Reconciliation::rows).orElse(0L);
        out.println(
                differences.isEmpty()
                        ? "全部合计与逐行相加一致，共核对 %,d 行。".formatted(rows)
                        : "有 %,d 处不一致，共核对 %,d 行。".formatted(differences.size(), rows));
        return differences.isEmpty() ? 0 : 1;
    }
}
