package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.chengjie.filing.Verdict.Ground;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Zones;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    /** How far a filing has come, as far as a verdict can tell. */
    enum Situation {
        NONE,
        DRAFT,
        SUBMITTED,
        DECIDED,
        RETURNED;

        @Nullable Filing filing() {
            return switch (this) {
                case NONE -> null;
                case DRAFT -> Manual.draft();
                case SUBMITTED -> Manual.submitted();
                case DECIDED -> Manual.submitted(Map.of(Manual.ONE, Stage.APPROVED));
                case RETURNED -> Manual.submitted(Map.of(Manual.ONE, Stage.RETURNED));
            };
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    intent   | situation | before           | during           | after            | after revisions
                    FILE     | NONE      | NOT_YET_OPEN     | ALLOWED          | CLOSED           | CLOSED
                    FILE     | DRAFT     | NOT_YET_OPEN     | ALLOWED          | CLOSED           | CLOSED
                    FILE     | SUBMITTED | SUBMITTED        | SUBMITTED        | SUBMITTED        | SUBMITTED
                    FILE     | DECIDED   | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED
                    FILE     | RETURNED  | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED
                    WITHDRAW | NONE      | NOT_SUBMITTED    | NOT_SUBMITTED    | NOT_SUBMITTED    | NOT_SUBMITTED
                    WITHDRAW | DRAFT     | NOT_SUBMITTED    | NOT_SUBMITTED    | NOT_SUBMITTED    | NOT_SUBMITTED
                    WITHDRAW | SUBMITTED | NOT_YET_OPEN     | ALLOWED          | CLOSED           | CLOSED
                    WITHDRAW | DECIDED   | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED
                    WITHDRAW | RETURNED  | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED   | REVIEW_STARTED
                    MEND     | NONE      | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED
                    MEND     | DRAFT     | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED
                    MEND     | SUBMITTED | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED
                    MEND     | DECIDED   | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED | NOTHING_RETURNED
                    MEND     | RETURNED  | ALLOWED          | ALLOWED          | ALLOWED          | REVISION_CLOSED
                    """)
    void judgesEveryIntentInEverySituation(
            Intent intent,
            Situation situation,
            Ground before,
            Ground during,
            Ground after,
            Ground afterRevisions) {
        Zones.everywhere(() -> {
            assertGround(intent, situation, "2020-10-18T23:59:59.999", before);
            assertGround(intent, situation, "2020-10-19T00:00:00.000", during);
            assertGround(intent, situation, "2020-11-06T23:59:59.999", during);
            assertGround(intent, situation, "2020-11-07T00:00:00.000", after);
            assertGround(intent, situation, "2020-12-11T23:59:59.999", after);
            assertGround(intent, situation, "2020-12-12T00:00:00.000", afterRevisions);
        });
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void allowsNothingBeforeAWindowIsPublished(Intent intent) {
        for (var situation : Situation.values()) {
            assertThat(Verdict.on(intent, null, situation.filing(), Manual.DURING))
                    .isEqualTo(new Verdict(Ground.NO_WINDOW, "省厅还没有发布申报要求，现在可以先看任务。"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FILE     | DRAFT     | 2020-10-01T00:00 | 10-19 开始申报，现在可以先看任务。
                    FILE     | DRAFT     | 2020-11-07T00:00 | 申报已于 11-06 24:00 截止。如需延期，请联系省厅管理员。
                    FILE     | SUBMITTED | 2020-11-01T00:00 | 本校已提交。需要改动请先点“继续修改”，把提交撤回。
                    FILE     | DECIDED   | 2020-11-01T00:00 | 省厅已开始审核，不能自行撤回。需要改动请联系省厅管理员。
                    WITHDRAW | DRAFT     | 2020-11-01T00:00 | 本校还没有提交，可以直接在“承接任务”中修改。
                    WITHDRAW | SUBMITTED | 2020-11-07T00:00 | 申报已于 11-06 24:00 截止。如需延期，请联系省厅管理员。
                    WITHDRAW | DECIDED   | 2020-11-01T00:00 | 省厅已开始审核，不能自行撤回。需要改动请联系省厅管理员。
                    MEND     | DRAFT     | 2020-11-01T00:00 | 没有需要修改的任务。
                    MEND     | RETURNED  | 2020-12-12T00:00 | 修改已于 12-11 24:00 截止，请联系省厅管理员。
                    """)
    void saysWhyInWords(Intent intent, Situation situation, LocalDateTime inChina, String words) {
        var verdict = verdict(intent, situation, inChina);
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.words()).isEqualTo(words);
        assertThatThrownBy(verdict::require)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CLOSED);
                            assertThat(refusal.words()).isEqualTo(words);
                        });
    }

    @ParameterizedTest
    @CsvSource({"FILE, NONE", "FILE, DRAFT", "WITHDRAW, SUBMITTED", "MEND, RETURNED"})
    void saysNothingWhereItAllows(Intent intent, Situation situation) {
        var verdict = Manual.form(situation.filing()).verdict(intent, Manual.DURING);
        assertThat(verdict).isEqualTo(new Verdict(Ground.ALLOWED, ""));
        assertThatCode(verdict::require).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    intent   | situation | extended to | last moment             | then
                    FILE     | DRAFT     |             | 2020-11-06T23:59:59.999 | CLOSED
                    FILE     | DRAFT     | 2020-11-06  | 2020-11-06T23:59:59.999 | CLOSED
                    FILE     | DRAFT     | 2020-11-01  | 2020-11-06T23:59:59.999 | CLOSED
                    FILE     | NONE      | 2020-11-07  | 2020-11-07T23:59:59.999 | CLOSED
                    FILE     | DRAFT     | 2020-12-05  | 2020-12-05T23:59:59.999 | CLOSED
                    WITHDRAW | SUBMITTED | 2020-12-05  | 2020-12-05T23:59:59.999 | CLOSED
                    MEND     | RETURNED  | 2020-12-05  | 2020-12-11T23:59:59.999 | REVISION_CLOSED
                    MEND     | RETURNED  | 2020-12-20  | 2020-12-20T23:59:59.999 | REVISION_CLOSED
                    """)
    void givesOneSchoolUntilTheLaterOfTheWindowsDayAndItsOwn(
            Intent intent,
            Situation situation,
            @Nullable LocalDate extendedTo,
            LocalDateTime last,
            Ground then) {
        var window = extended(extendedTo, false);
        Zones.everywhere(() -> {
            var end = last.atZone(ChinaTime.ZONE).toInstant();
            assertThat(Verdict.on(intent, window, situation.filing(), end).ground())
                    .isEqualTo(Ground.ALLOWED);
            assertThat(Verdict.on(intent, window, situation.filing(), end.plusMillis(1)).ground())
                    .isEqualTo(then);
        });
    }

    @Test
    void opensNoEarlierForASchoolThatWasExtendedAndNotOnceSealed() {
        var before = LocalDateTime.parse("2020-10-18T23:59:59.999").atZone(ChinaTime.ZONE);
        var day = LocalDate.parse("2020-12-05");
        assertThat(Verdict.on(Intent.FILE, extended(day, false), null, before.toInstant()).ground())
                .isEqualTo(Ground.NOT_YET_OPEN);
        assertThat(Verdict.on(Intent.FILE, extended(day, true), null, Manual.DURING).ground())
                .isEqualTo(Ground.SEALED);
    }

    @Test
    void namesTheSchoolsOwnDayOnceThatHasPassed() {
        var after = LocalDateTime.parse("2020-12-31T00:00").atZone(ChinaTime.ZONE).toInstant();
        var window = extended(LocalDate.parse("2020-12-20"), false);
        assertThat(Verdict.on(Intent.FILE, window, null, after).words())
                .isEqualTo("申报已于 12-20 24:00 截止。如需延期，请联系省厅管理员。");
        assertThat(Verdict.on(Intent.MEND, window, Situation.RETURNED.filing(), after).words())
                .isEqualTo("修改已于 12-20 24:00 截止，请联系省厅管理员。");
    }

    private static FilingWindow extended(@Nullable LocalDate day, boolean sealed) {
        var window = Manual.WINDOW;
        return new FilingWindow(
                window.opens(), window.closes(), window.revisionCloses(), "", 1, sealed, day);
    }

    private static void assertGround(
            Intent intent, Situation situation, String inChina, Ground ground) {
        assertThat(verdict(intent, situation, LocalDateTime.parse(inChina)).ground())
                .as("%s %s at %s", intent, situation, inChina)
                .isEqualTo(ground);
    }

    private static Verdict verdict(Intent intent, Situation situation, LocalDateTime inChina) {
        var at = inChina.atZone(ChinaTime.ZONE).toInstant();
        return Verdict.on(intent, Manual.WINDOW, situation.filing(), at);
    }
}
