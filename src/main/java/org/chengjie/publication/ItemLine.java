package org.chengjie.publication;

import java.util.List;
import org.chengjie.plan.Item;
import org.chengjie.provincial.FiveFunds;

/**
 * 一条任务（项目） of annex 2: the provinces that undertake it, and what that comes to (spec P5).
 *
 * @param shares in the order of the provinces, one at least
 */
public record ItemLine(Item item, List<Share> shares) {

    public ItemLine {
        shares = List.copyOf(shares);
    }

    /** 布点: rows undertaken, of schools and of provinces. */
    public int units() {
        return shares.stream().mapToInt(share -> share.line().units()).sum();
    }

    /** 0 where the item takes none. */
    public long quantity() {
        return shares.stream().mapToLong(share -> share.line().quantity()).sum();
    }

    public FiveFunds funds() {
        return shares.stream()
                .map(share -> share.line().funds())
                .reduce(FiveFunds.NONE, FiveFunds::plus);
    }
}
