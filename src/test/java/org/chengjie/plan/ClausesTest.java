package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chengjie.PageTest;
import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clauses of the plan's text beside its tasks (spec C4). */
@PageTest
@Tag("server")
class ClausesTest {

    @Autowired private Clauses clauses;
    @Autowired private Plans plans;

    @Test
    void givesEveryTaskAtLeastOneClauseVerbatimFromThePlan() {
        var lines = ShippedPlan.text().lines().toList();
        var tasks = plans.current().areas().stream().flatMap(area -> area.tasks().stream());
        var pointed =
                tasks.map(task -> clauses.of(task.no()))
                        .peek(task -> assertThat(task.clauses()).as("%s", task).isNotEmpty())
                        .flatMap(task -> task.clauses().stream())
                        .collect(Collectors.toSet());
        for (var clause : pointed) {
            assertThat(clause.words().lines()).isNotEmpty().allMatch(lines::contains);
            assertThat(lines).anyMatch(line -> line.endsWith("# " + clause.heading()));
        }
        var numbers =
                new ArrayList<>(IntStream.rangeClosed(1, 27).mapToObj(String::valueOf).toList());
        numbers.add("三（四）");
        assertThat(pointed).extracting(Clause::no).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void marksWhatTheTaskSays() {
        var task = clauses.of(3);
        var clause = task.clauses().getFirst();
        assertThat(clause.heading()).isEqualTo("2. 构建职业教育“三全育人”新格局");
        var pieces = task.paragraphs(clause).getFirst();
        assertThat(pieces)
                .filteredOn(TaskClauses.Piece::marked)
                .extracting(TaskClauses.Piece::words)
                .containsExactly("培育200所左右“三全育人”典型学校", "培育遴选100个左右名班主任工作室", "遴选100个左右德育特色案例");
        assertThat(pieces.stream().map(TaskClauses.Piece::words).collect(Collectors.joining()))
                .isEqualTo(clause.words());
    }

    @Test
    void givesATaskAllItsClausesInTheOrderOfTheText() {
        assertThat(clauses.of(28).clauses())
                .extracting(Clause::no)
                .containsExactly("13", "14", "15");
        assertThat(clauses.of(56).clauses())
                .singleElement()
                .satisfies(clause -> assertThat(clause.heading()).isEqualTo("（四）营造良好发展氛围"));
    }

    @Test
    void refusesATaskThatThePlanDoesNotHave() {
        assertThatThrownBy(() -> clauses.of(57))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }
}
