package org.chengjie.publication.web;

import java.util.List;
import java.util.function.Function;
import org.chengjie.provincial.Source;
import org.chengjie.publication.Share;
import org.jspecify.annotations.Nullable;

/**
 * A column of the machine-readable files: the same name in .csv, in .json and in the list on the
 * page.
 *
 * @param value text, a number, an amount, or nothing
 */
public record DataColumn(String name, String meaning, Function<Share, @Nullable Object> value) {

    public static final List<DataColumn> ALL =
            List.of(
                    new DataColumn(
                            "province_code",
                            "申报单位代码（行政区划代码；兵团为 660000）",
                            share -> share.province().code()),
                    new DataColumn("province", "申报单位", share -> share.province().name()),
                    new DataColumn("task_no", "任务序号，1—56", share -> share.line().item().taskNo()),
                    new DataColumn("item_no", "条目序号，例如 3.1", share -> share.line().item().no()),
                    new DataColumn("item", "工作任务", share -> share.line().item().title()),
                    new DataColumn("units", "布点：学校承接与省级承接之和，个", share -> share.line().units()),
                    new DataColumn("schools", "承接学校，所", share -> share.line().schools()),
                    new DataColumn("own", "省级是否承接，1 为是", share -> share.line().own() ? 1 : 0),
                    new DataColumn("own_bodies", "省级承接单位", share -> share.line().ownBodies()),
                    new DataColumn("quantity", "承接数量；不填数量的条目为空", DataColumn::quantity),
                    new DataColumn("quantity_unit", "承接数量的单位", share -> share.line().item().unit()),
                    new DataColumn(
                            "total", "预计投入经费汇总，万元，等于下面五项之和", share -> share.line().funds().total()),
                    source(Source.SELF_RAISED, "self_raised", "学校自筹，万元"),
                    source(Source.INDUSTRY, "industry", "行业企业投入，万元"),
                    source(Source.SPONSOR, "sponsor", "举办方投入，万元"),
                    source(Source.LOCAL, "local", "地市县投入，万元"),
                    source(Source.PROVINCIAL, "provincial", "省财政投入，万元"));

    private static DataColumn source(Source source, String name, String meaning) {
        return new DataColumn(name, meaning, share -> share.line().funds().of(source));
    }

    private static @Nullable Object quantity(Share share) {
        return share.line().item().takesQuantity() ? share.line().quantity() : null;
    }
}
