package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of a school may do what with its form, and under which name (spec 1, F7, F8, F10, R3). */
@PageTest
class SubmitterTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private JdbcClient jdbc;

    private Actor school;
    private Actor filler;
    private Actor reader;

    @BeforeEach
    void arrive() {
        world.open(world.officer(World.PROVINCE, "周敏"));
        school = world.school(World.PROVINCE);
        filler = world.colleague(school, "张伟", Role.REVIEWER);
        reader = world.colleague(school, "何静", Role.VIEWER);
    }

    @Test
    void letsWhoeverFillsInSaveButNeitherSubmitNorTakeBack() {
        assertThat(filings.save(filler, manual(), CONTACT).clean()).isTrue();
        refuses(() -> filings.submit(filler, List.of(), null), "您的账号可以填写和保存，不能提交或撤回。");
        assertThat(filing().submitted()).isFalse();
        filings.submit(school, List.of(), null);
        refuses(() -> filings.withdraw(filler), "您的账号可以填写和保存，不能提交或撤回。");
        assertThat(filing().submitted()).isTrue();
        refuses(() -> filings.resubmit(filler, List.of(), Set.of("1")), "您的账号可以填写和保存");
    }

    @Test
    void letsWhoeverOnlyReadsDoNothing() {
        refuses(() -> filings.save(reader, manual(), CONTACT), "您的账号只能查看");
        refuses(() -> filings.submit(reader, manual(), CONTACT), "您的账号只能查看");
        refuses(() -> filings.mend(reader, List.of()), "您的账号只能查看");
        assertThat(filings.form(reader).filing()).isNull();
    }

    @Test
    void letsAnAdministratingColleagueSubmitAndTakeBackInHisOwnName() {
        var deputy = world.colleague(school, "王芳", Role.ADMIN);
        filings.submit(deputy, manual(), CONTACT);
        filings.withdraw(deputy);
        var form = filings.form(school);
        assertThat(filings.history(form, school.reach()).moves())
                .extracting(Move::byName)
                .containsOnly("王芳");
    }

    @Test
    void tellsAClashAndTheTrailUnderTheColleaguesName() {
        filings.save(school, List.of(row("1", 0, "-", "1", "2", "3", "4")), null);
        long version = filing().rows().values().iterator().next().version();
        filings.save(filler, List.of(row("1", version, "-", "2", "2", "3", "4")), null);
        var saved = filings.save(school, List.of(row("1", version, "-", "9", "2", "3", "4")), null);
        assertThat(saved.allFaults())
                .singleElement()
                .matches(fault -> fault.words().startsWith("已被张伟于 "));
        var actors =
                jdbc.sql(
                                "select actor from audit.entry where action = '保存' and subject_path = :path order by id")
                        .param("path", school.path())
                        .query(String.class)
                        .list();
        assertThat(actors).containsExactly(school.userName() + " 李敏", filler.userName() + " 张伟");
    }

    private static void refuses(ThrowingCallable deed, String words) {
        assertThatThrownBy(deed).hasMessageStartingWith(words);
    }

    private Filing filing() {
        return Objects.requireNonNull(filings.form(school).filing());
    }
}
