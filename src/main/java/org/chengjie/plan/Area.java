package org.chengjie.plan;

import java.util.List;

/** 重点任务领域: one of the plan's chapters, with its tasks. */
public record Area(int no, String title, List<Task> tasks) {

    private static final String[] NUMERALS = {
        "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六",
        "十七", "十八", "十九", "二十"
    };

    public Area {
        tasks = List.copyOf(tasks);
    }

    /** The title as the plan heads it: 一、落实立德树人根本任务. */
    public String heading() {
        return (no < NUMERALS.length ? NUMERALS[no] : String.valueOf(no)) + "、" + title;
    }
}
