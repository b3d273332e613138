package org.chengjie.audit.web;

import java.util.List;
import org.chengjie.audit.EntryFilter;
import org.chengjie.audit.EntryPage;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;

/** What 操作记录 shows: the entries in view, and the ways on from them (spec X1). */
public record AuditPage(Actor reader, EntryFilter filter, EntryPage slice) {

    /** What is looked for most; any part of an action's name will do. */
    public static final List<String> ACTIONS =
            List.of(
                    "登录", "登录失败", "退出", "保存", "提交", "撤回", "通过", "退回修改", "不通过", "重置密码", "修改联系人",
                    "催报提醒", "被拒绝");

    static String home(Tier tier) {
        return switch (tier) {
            case SCHOOL -> "/school/audit";
            case CITY -> "/city/audit";
            case PROVINCE -> "/province/audit";
            case MINISTRY -> "/ministry/audit";
        };
    }

    public String home() {
        return home(reader.tier());
    }

    /** A school's entries all lie at itself. */
    public boolean ofMany() {
        return reader.tier() != Tier.SCHOOL;
    }

    public @Nullable String newer() {
        return slice.newer() && !slice.entries().isEmpty()
                ? link("newer", slice.entries().getFirst().id())
                : null;
    }

    public @Nullable String older() {
        return slice.older() && !slice.entries().isEmpty()
                ? link("older", slice.entries().getLast().id())
                : null;
    }

    private String link(String field, long id) {
        var query = filter.query();
        return home() + "?" + (query.isEmpty() ? "" : query + "&") + field + "=" + id;
    }
}
