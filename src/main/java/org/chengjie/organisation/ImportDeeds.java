package org.chengjie.organisation;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Deeds;

/** What an import has done, an entry for each school that it touched (spec X1). */
final class ImportDeeds {

    private ImportDeeds() {}

    /**
     * What was done.
     *
     * @param added the schools that the import has added, in its order
     */
    static Deeds of(Actor by, List<Unit> added, ImportPreview preview) {
        var deeds = new ArrayList<Auditable>();
        for (int i = 0; i < added.size(); i++) {
            deeds.add(
                    new Auditable(
                            by,
                            "添加学校",
                            added.get(i).name(),
                            added.get(i).path(),
                            "导入名册",
                            SchoolChanges.changes(null, preview.added().get(i))));
        }
        for (var one : preview.changed()) {
            deeds.add(
                    new Auditable(
                            by,
                            "修改学校",
                            one.before().name(),
                            one.before().path(),
                            "导入名册",
                            one.changes()));
        }
        for (var one : preview.closed()) {
            deeds.add(
                    new Auditable(
                            by,
                            "撤销学校",
                            one.name(),
                            one.path(),
                            Imports.CLOSED_BY_IMPORT,
                            List.of(new Change("名册", "在册", "已撤销"))));
        }
        return new Deeds(deeds);
    }
}
