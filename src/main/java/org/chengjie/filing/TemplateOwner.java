package org.chengjie.filing;

import org.chengjie.plan.Plan;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;

/** Whose template it is, and of which plan: a file of anybody else is refused (spec X2). */
record TemplateOwner(String plan, long province, String school) {

    static TemplateOwner of(Actor school, Plan plan) {
        return new TemplateOwner(
                plan.code(), new Reach(school.path()).provinceId(), school.unitCode());
    }

    RowKey key(String itemNo, Undertaking row) {
        return new RowKey(plan, province, school, itemNo, row.version(), Content.of(row).text());
    }

    void require(RowKey key) {
        if (!key.plan().equals(plan)) {
            throw Refusal.invalid(
                    "这份文件是另一个行动计划（%s）的填报模板，现在填报的是 %s。请重新下载模板。".formatted(key.plan(), plan));
        }
        if (key.province() != province) {
            throw Refusal.invalid("这份文件是另一个省的学校（标识码 %s）的填报模板。请换成本校的文件再上传。".formatted(key.school()));
        }
        if (!key.school().equals(school)) {
            throw Refusal.invalid(
                    "这份文件里有另一所学校（标识码 %s）的行，本校是 %s。请换成本校的文件再上传。".formatted(key.school(), school));
        }
    }
}
