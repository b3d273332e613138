package org.chengjie.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page's own modules, asked in the browser: they read a cell as the server does (spec F2). */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellsOnThePageTest {

    private static final String CODE = "9914000112";

    private Visitor school;

    @BeforeAll
    void opensTheForm() {
        school = Visitor.atADesk();
        school.signsIn("学校（或其他）", CODE, "123456");
        school.changesTheInitialPassword("danyuange2020");
        school.reads("承接任务");
    }

    @AfterAll
    void leaves() {
        school.close();
    }

    @Test
    void readsACellAsTheServerDoes() {
        var wrong =
                asks(
                        "cells.js",
                        """
                        ([{ read, fault }, cases]) => {
                          const wrong = [];
                          for (const [kind, cell] of [['quantity', 'quantity'], ['amount', 'local']]) {
                            for (const [typed, value] of Object.entries(cases[kind].takes)) {
                              if (read(cell, typed) !== BigInt(value)) wrong.push(`${kind} takes ${typed}`);
                            }
                            for (const refusal of ['refuses', 'exceeds']) {
                              for (const typed of cases[kind][refusal]) {
                                const begins = refusal === 'exceeds' ? '最多' : '应为';
                                if (read(cell, typed) !== undefined) wrong.push(`${kind} ${refusal} ${typed}`);
                                if (!fault(cell, typed).startsWith(begins)) wrong.push(`${kind} says of ${typed}`);
                              }
                            }
                          }
                          for (const typed of cases.blank) {
                            if (read('local', typed) !== null || read('quantity', typed) !== null) wrong.push('blank');
                          }
                          return wrong;
                        }
                        """,
                        cases());
        assertThat((List<?>) wrong).isEmpty();
    }

    @Test
    void takesABlockApartAsWorkbooksQuoteIt() {
        assertThat(parsed("1\t2\r\n3\t4\r\n")).isEqualTo("[[\"1\",\"2\"],[\"3\",\"4\"]]");
        assertThat(parsed("\"两行\n的\"\"题目\"\"\"\t5\n\"未完\t6"))
                .isEqualTo("[[\"两行\\n的\\\"题目\\\"\",\"5\"],[\"\\\"未完\",\"6\"]]");
        assertThat(parsed("\t\t7\n\n8\n\n\n")).isEqualTo("[[\"\",\"\",\"7\"],[\"\"],[\"8\"]]");
        assertThat(parsed("\n\t\n")).isEqualTo("[]");
    }

    @Test
    void tellsTheColumnsOfABlockByTheirHeads() {
        assertThat(
                        columns(
                                "某校承接任务\n序号\t任务\t\"是否\n承接\"\t承接数量\t预计投入经费\n\t\t\t\t汇总\t学校自筹（万元）\n3.1\t培育\t是\t1\t6\t6"))
                .isEqualTo("no,title,tick,quantity,total,self-raised | 1");
        assertThat(columns("序号\t工作任务\t承接数量\t预计投入经费\t\n\t\t\t汇总\t学校自筹（万元）\n3.1\t培育\t1\t6\t6"))
                .isEqualTo("no,title,quantity,total,self-raised | 1");
        assertThat(columns("地市级投入\t学校自筹\n1\t2\n3\t4")).isEqualTo("local,self-raised | 2");
    }

    @Test
    void tellsTheColumnsOfABlockWithNumbersByItsShape() {
        assertThat(columns("1\t研究\t是\t-\t10\t1\t2\t3\t4\n3.1\t培育\t是\t1\t16\t6\t5\t4\t1"))
                .isEqualTo("no,title,tick,quantity,total,self-raised,industry,sponsor,local | 2");
        assertThat(columns("1\t-\t1\t2\t3\t4\n3.1\t1\t6\t5\t4\t1"))
                .isEqualTo("no,quantity,self-raised,industry,sponsor,local | 2");
        assertThat(columns("2\t1\t2\t3\t4\n1\t6\t5\t4\t1"))
                .isEqualTo("quantity,self-raised,industry,sponsor,local | 2");
    }

    private Object parsed(String block) {
        return asks(
                "block.js", "([{ parse }, block]) => JSON.stringify(parse(block))", quoted(block));
    }

    private Object columns(String block) {
        return asks(
                "block.js",
                """
                ([{ layout, parse }, block]) => {
                  const nos = [...document.querySelectorAll('tr[data-no]')].map((row) => row.dataset.no);
                  const { columns, lines } = layout(parse(block), nos, 'quantity');
                  return `${[...columns].join(',')} | ${lines.length}`;
                }
                """,
                quoted(block));
    }

    /** Asks a module of the page, as the page itself imports it. */
    private Object asks(String module, String question, String json) {
        return school.page()
                .evaluate(
                        "async ([module, json]) => ("
                                + question.strip()
                                + ")([await import(new URL(module, document.querySelector('script[type=module]').src)),"
                                + " JSON.parse(json)])",
                        List.of(module, json));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }

    private static String cases() {
        try (var in = CellsOnThePageTest.class.getResourceAsStream("/filing/readings.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
