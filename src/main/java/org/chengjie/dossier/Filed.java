package org.chengjie.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.filing.Copies;
import org.chengjie.filing.Form;
import org.chengjie.filing.HandedIn;
import org.chengjie.filing.History;
import org.chengjie.filing.Move;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Values;
import org.chengjie.plan.Item;
import org.chengjie.shared.Reach;

/**
 * What a school filed: its rows now, each submission, and every move of a row.
 *
 * @param moves the first ones first
 */
record Filed(List<Row> rows, List<HandedIn> handedIn, List<Moved> moves) {

    /** A row that is undertaken. */
    record Row(Item item, Undertaking undertaking) {

        Values values() {
            return undertaking.values();
        }
    }

    /**
     * A move, and what it found.
     *
     * @param before the values at the row's move before; blank at its first
     */
    record Moved(Item item, Move move, Stage from, Values before) {}

    static Filed of(Form form, History history, Copies copies, Reach reach) {
        var filing = form.filing();
        if (filing == null) {
            return new Filed(List.of(), List.of(), List.of());
        }
        var items = new HashMap<Long, Item>();
        form.plan()
                .items()
                .forEach(item -> {
                    if (filing.rows().containsKey(item.id())) {
                        items.put(filing.row(item).id(), item);
                    }
                });
        var rows =
                form.items().stream()
                        .filter(item -> filing.row(item).undertaken())
                        .map(item -> new Row(item, filing.row(item)))
                        .toList();
        return new Filed(
                rows, copies.handedIn(filing, reach), moves(history.moves().reversed(), items));
    }

    private static List<Moved> moves(List<Move> moves, Map<Long, Item> items) {
        var last = new HashMap<Long, Move>();
        var told = new ArrayList<Moved>();
        for (var move : moves) {
            var item = items.get(move.undertakingId());
            var before = last.put(move.undertakingId(), move);
            if (item != null) {
                told.add(
                        before == null
                                ? new Moved(item, move, Stage.DRAFT, Values.BLANK)
                                : new Moved(item, move, before.step().to(), before.values()));
            }
        }
        return told;
    }
}
