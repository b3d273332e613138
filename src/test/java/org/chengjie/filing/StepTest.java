package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.chengjie.shared.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    /** Spec R1 and R2 as one table; a dash is a move that nobody can make from that stage. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    step     | tier     | DRAFT     | SUBMITTED | APPROVED  | RETURNED  | REJECTED  | reason
                    SUBMIT   | SCHOOL   | SUBMITTED | -         | -         | SUBMITTED | -         | false
                    WITHDRAW | SCHOOL   | -         | DRAFT     | -         | -         | -         | false
                    APPROVE  | PROVINCE | -         | APPROVED  | -         | -         | -         | false
                    RETURN   | PROVINCE | -         | RETURNED  | -         | -         | -         | true
                    REJECT   | PROVINCE | -         | REJECTED  | -         | -         | -         | true
                    REOPEN   | PROVINCE | -         | -         | SUBMITTED | -         | SUBMITTED | true
                    RELEASE  | PROVINCE | -         | DRAFT     | DRAFT     | DRAFT     | DRAFT     | true
                    UNDO     | PROVINCE | -         | -         | SUBMITTED | SUBMITTED | SUBMITTED | false
                    ADJUST   | MINISTRY | -         | -         | APPROVED  | -         | -         | true
                    TAKE_ON  | MINISTRY | APPROVED  | -         | -         | APPROVED  | APPROVED  | true
                    DROP     | MINISTRY | -         | -         | DRAFT     | -         | -         | true
                    """)
    void leadsWhereTheTableSays(
            Step step,
            Tier tier,
            String draft,
            String submitted,
            String approved,
            String returned,
            String rejected,
            boolean owesReason) {
        var to = new String[] {draft, submitted, approved, returned, rejected};
        for (var candidate : Tier.values()) {
            assertThat(step.by() == candidate).isEqualTo(candidate == tier);
        }
        for (var from : Stage.values()) {
            assertThat(step.leadsFrom(from) ? step.to().name() : "-")
                    .as("%s from %s", step, from)
                    .isEqualTo(to[Arrays.asList(Stage.values()).indexOf(from)]);
            assertThat(step.from().contains(from)).isEqualTo(step.leadsFrom(from));
        }
        assertThat(step.owesReason()).isEqualTo(owesReason);
    }

    @Test
    void hasElevenMovesAndNoMore() {
        assertThat(Step.values()).hasSize(11);
    }

    @Test
    void undoesOnlyWhatStartedWhereAnUndoEnds() {
        for (var step : Step.values()) {
            if (step.undoable()) {
                assertThat(step.from()).containsExactly(Step.UNDO.to());
                assertThat(Step.UNDO.leadsFrom(step.to())).isTrue();
            }
        }
    }

    @Test
    void staysWhereItWasOnlyWhereFiguresAreAdjusted() {
        assertThat(Step.values())
                .filteredOn(step -> step.leadsFrom(step.to()))
                .containsExactly(Step.ADJUST);
    }
}
