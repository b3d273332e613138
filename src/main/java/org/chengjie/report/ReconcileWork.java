package org.chengjie.report;

import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.springframework.stereotype.Component;

/** 重新核对合计, asked for by the ministry: every difference is a line of the report (spec P6, X5). */
@Component
public class ReconcileWork implements Work {

    public static final String KIND = "report.reconcile";

    private final Reconciliations reconciliations;

    ReconcileWork(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) {
        progress.total(1);
        var differences = reconciliations.reconcile();
        progress.advance(1);
        progress.report("不一致的", differences.stream().map(Discrepancy::words).toList());
        progress.say(
                differences.isEmpty()
                        ? "全部合计与逐行相加一致。"
                        : "有 " + differences.size() + " 处合计与逐行相加不一致，请联系平台运维人员。");
    }
}
