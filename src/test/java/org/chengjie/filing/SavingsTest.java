package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.row;

import java.util.List;
import java.util.Objects;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The saves of a form, folded by person and day. */
@PageTest
@Tag("server")
class SavingsTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Savings savings;

    private Actor school;

    @BeforeEach
    void open() {
        world.open(world.officer(World.PROVINCE, "周敏"));
        school = world.school(World.PROVINCE);
    }

    @Test
    void foldsTheSavesOfAPersonAndDay() {
        save(0, "1");
        save(60, "2");
        save(120, "3");
        assertThat(runs())
                .singleElement()
                .isEqualTo(new SavingRun(World.DURING, World.DURING.plusSeconds(120), "李敏", 3));
    }

    @Test
    void countsNoSaveThatChangesNothing() {
        save(0, "1");
        filings.save(World.at(school, World.DURING.plusSeconds(60)), List.of(), null);
        assertThat(runs()).extracting(SavingRun::saves).containsExactly(1);
    }

    @Test
    void beginsAnewOnTheNextDayAndAfterAMove() {
        save(0, "1");
        save(86_400, "2");
        assertThat(runs()).hasSize(2);
        filings.submit(World.at(school, World.DURING.plusSeconds(86_460)), List.of(), CONTACT);
        filings.withdraw(World.at(school, World.DURING.plusSeconds(86_520)));
        save(86_580, "3");
        assertThat(runs()).extracting(SavingRun::saves).containsExactly(1, 1, 1);
    }

    @Test
    void tellsPeopleApart() {
        var colleague = world.school(World.PROVINCE);
        save(0, "1");
        var other =
                new Actor(
                        colleague.accountId(),
                        colleague.userName(),
                        "王磊",
                        school.role(),
                        school.tier(),
                        school.unitId(),
                        school.unitName(),
                        school.unitCode(),
                        school.path(),
                        false,
                        school.address(),
                        World.DURING.plusSeconds(30));
        filings.save(other, List.of(typed("2")), null);
        save(60, "3");
        assertThat(runs())
                .extracting(run -> run.byName() + " " + run.saves())
                .containsExactly("李敏 2", "王磊 1");
    }

    private void save(int seconds, String amount) {
        filings.save(
                World.at(school, World.DURING.plusSeconds(seconds)), List.of(typed(amount)), null);
    }

    private TypedRow typed(String amount) {
        var form = filings.form(school);
        return row("1", form.row(form.items().getFirst()).version(), "-", amount, "1", "1", "1");
    }

    private List<SavingRun> runs() {
        return savings.of(Objects.requireNonNull(filings.form(school).filing()), school.reach());
    }
}
