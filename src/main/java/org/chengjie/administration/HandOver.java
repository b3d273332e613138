package org.chengjie.administration;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.workbook.Paper;
import org.dhatim.fastexcel.Workbook;

/** 学校账号交接单: which school signs in with which initial password, and what to do with it (spec A3). */
final class HandOver {

    private static final List<String> HEADS = List.of("学校代码（用户名）", "学校名称", "市", "初始密码");
    private static final List<String> ADVICE =
            List.of(
                    "请逐校单独交接，不要把整张表转发；交接完请销毁。平台不保存密码，也不能再导出。",
                    "学校在登录页选“学校（或其他）”，用户名是学校代码。第一次登录要修改密码，并填写平台管理联系人。",
                    "密码区分大小写，其中没有数字 0、1 和字母 O、I、l。忘记密码的，请省厅管理员重置。");

    /** Of all columns together. */
    private static final int WIDTH = 118;

    private final Actor by;
    private final List<AccountBatch.Line> lines;

    HandOver(Actor by, List<AccountBatch.Line> lines) {
        this.by = by;
        this.lines = lines;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 11.0);
            var paper = new Paper(book.newWorksheet("交接单"), HEADS.size() - 1);
            paper.widths(24, 50, 20, 24);
            paper.foot(by.unitName(), "生成于 " + ChinaTime.full(by.arrived()));
            paper.title(0, by.unitName() + "学校账号交接单");
            int row = 1;
            for (var advice : ADVICE) {
                paper.band(row, advice);
                paper.height(row++, advice, WIDTH);
            }
            for (int column = 0; column < HEADS.size(); column++) {
                paper.head(row, column, row, column, HEADS.get(column));
            }
            paper.headedBy(row, row);
            for (var line : lines) {
                row++;
                paper.mark(row, 0, line.school().userName(), false);
                paper.words(row, 1, line.school().name(), false);
                paper.words(row, 2, line.school().city(), false);
                paper.mark(row, 3, line.password(), false);
            }
        }
    }
}
