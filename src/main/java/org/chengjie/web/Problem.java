package org.chengjie.web;

import org.chengjie.shared.Refusal;

/**
 * Why a request was not served, in words that say what to do (spec X3).
 *
 * @param reference what the person tells the administrator, and what the log is searched for; empty
 *     until it is logged
 */
public record Problem(int status, String title, String words, String reference) {

    static Problem of(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> new Problem(404, "没有这一页", refusal.words(), "");
            case NOT_ALLOWED -> new Problem(403, "不能这样操作", refusal.words(), "");
            case CONFLICT -> new Problem(409, "内容已有变化", refusal.words(), "");
            case CLOSED -> new Problem(409, "现在不能办理", refusal.words(), "");
            case INVALID -> new Problem(422, "填写有误", refusal.words(), "");
        };
    }

    static Problem of(int status) {
        return switch (status) {
            case 400, 415 -> new Problem(status, "没有看懂这次提交", "提交的内容不完整或格式不对。请返回上一页，刷新后再试。", "");
            case 401 -> new Problem(status, "请先登录", "30 分钟没有操作，已为您退出。填过的内容都在，登录后继续。", "");
            case 403 -> new Problem(status, "这次操作没有生效", "这个页面已经过期。请返回上一页，刷新后再试。", "");
            case 404 -> of(Refusal.notFound());
            case 405 -> new Problem(status, "不能这样打开", "这个地址不能这样打开。请从页面上的按钮进入。", "");
            case 413 ->
                    new Problem(status, "提交的内容太大", "提交的内容超过了上限，没有保存。表单不超过 1 MB，文件不超过 10 MB。", "");
            case 429 -> tooMany(60);
            default ->
                    status < 500 ? new Problem(status, "没有看懂这次请求", "请返回上一页，刷新后再试。", "") : fault("");
        };
    }

    Problem numbered(String number) {
        return new Problem(status, title, words, number);
    }

    static Problem tooMany(long seconds) {
        return new Problem(429, "操作太频繁", "刚才的操作太多，这一次没有办理。您填的内容都在，请 " + seconds + " 秒后再试。", "");
    }

    /** So many are being served that this one was not, and that will pass. */
    static Problem busy() {
        return new Problem(503, "暂时不能办理", "平台此刻很忙，这一次没有轮到办理。您填的内容都在，请稍后再试。", "");
    }

    /** The database cannot be asked, and that will pass. */
    static Problem away(String reference) {
        return new Problem(
                503, "暂时不能办理", "平台暂时不能办理，正在恢复（编号 " + reference + "）。您填的内容都在，请稍后再试。", reference);
    }

    static Problem fault(String reference) {
        return new Problem(
                500,
                "平台出了问题",
                reference.isEmpty()
                        ? "平台出了问题，已记录。您填的内容都在，请稍后再试。"
                        : "平台出了问题，已记录（编号 " + reference + "）。您填的内容都在，请稍后再试。",
                reference);
    }
}
