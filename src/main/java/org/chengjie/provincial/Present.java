package org.chengjie.provincial;

import java.util.List;

/**
 * What the rows of a province come to now, whatever it has handed in (spec P6).
 *
 * @param waiting rows that wait for a decision
 * @param alone the numbers of items that the province adds funds to, but nobody undertakes
 */
public record Present(RollUp rollUp, int waiting, List<String> alone) {

    public static final Present NOTHING = new Present(new RollUp(List.of(), 0), 0, List.of());

    public Present {
        alone = List.copyOf(alone);
    }
}
