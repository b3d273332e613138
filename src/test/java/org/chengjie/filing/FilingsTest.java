package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;
import static org.chengjie.filing.Typing.unticked;

import java.time.Instant;
import java.util.List;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.account.Accounts;
import org.chengjie.account.Contact;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 保存 (spec F2-F7, W2, X1). */
@PageTest
@Tag("server")
class FilingsTest {

    private static final Instant LAST = Instant.parse("2020-11-06T15:59:59.999Z");

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private FilingWindows windows;
    @Autowired private Accounts accounts;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;

    @BeforeEach
    void open() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        school = world.school(World.PROVINCE);
    }

    @Test
    void savesAFormAtOnceAndSumsIt() {
        var saved = filings.save(school, manual(), CONTACT);
        assertThat(saved.clean()).isTrue();
        var form = filings.form(school);
        assertThat(form.ticked()).isEqualTo(saved.filing().ticked(form.items()));
        assertThat(form.ticked().tasks()).isEqualTo(3);
        assertThat(form.ticked().rows()).isEqualTo(5);
        assertThat(form.ticked().funds().total()).hasToString("57");
        assertThat(stored("3.2").values()).isEqualTo(Manual.values(2L, 2, 1, 2, 6));
        assertThat(accounts.contactOf(school.unitId())).isEqualTo(CONTACT.typed());
    }

    @Test
    void keepsAFormWithGaps() {
        var saved = save(row("3.1", 0, "", "6"));
        assertThat(saved.clean()).isTrue();
        assertThat(stored("3.1").undertaken()).isTrue();
        assertThat(stored("3.1").values().missing(item("3.1")))
                .containsExactly(Cell.QUANTITY, Cell.INDUSTRY, Cell.SPONSOR, Cell.LOCAL);
    }

    @Test
    void refusesAMalformedCellByNameAndKeepsTheRest() {
        var saved = save(row("3.1", 0, "1", "abc", "5", "-1", "1"), row("1", 0, "-", "7"));
        assertThat(saved.faults())
                .extracting(Fault::itemNo, Fault::cell)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("3.1", Cell.SELF_RAISED),
                        org.assertj.core.groups.Tuple.tuple("3.1", Cell.SPONSOR));
        assertThat(stored("3.1").values().plain(Cell.INDUSTRY)).isEqualTo("5");
        assertThat(stored("3.1").values().selfRaised()).isNull();
        assertThat(stored("1").values().plain(Cell.SELF_RAISED)).isEqualTo("7");
    }

    @Test
    void refusesItemsThatAreNotOfferedAndKeepsTheRest() {
        windows.withhold(officer, plans.current(), List.of(item("3.2")));
        var saved =
                save(
                        row("3.2", 0, "1", "1", "1", "1", "1"),
                        row("5", 0, "1", "1", "1", "1", "1"),
                        row("99.9", 0, "1", "1", "1", "1", "1"),
                        row("3.1", 0, "1", "1", "1", "1", "1"));
        assertThat(saved.faults()).extracting(Fault::itemNo).containsExactly("3.2", "5", "99.9");
        assertThat(saved.filing().rows().keySet()).containsExactly(item("3.1").id());
    }

    @Test
    void shutsOutASaveThatArrivesAfterALaterOne() {
        save(row("3.1", 0, "1", "1", "1", "1", "1"));
        long seen = stored("3.1").version();
        var late = row("3.1", seen, "9", "1", "1", "1", "1");
        // The page has had no answer to that one, goes back to what was stored, and says so.
        save(inDoubt(row("3.1", seen, "1", "1", "1", "1", "1")));
        assertThat(save(late).clashes()).hasSize(1);
        assertThat(stored("3.1").values().quantity()).isEqualTo(1);
    }

    @Test
    void tellsNoChangeWhereTheSameIsWrittenOnceMore() {
        save(row("3.1", 0, "1", "1", "1", "1", "1"));
        long told = entries();
        var again = inDoubt(row("3.1", stored("3.1").version(), "1", "1", "1", "1", "1"));
        assertThat(save(again).clean()).isTrue();
        assertThat(entries()).isEqualTo(told);
    }

    @Test
    void keepsBothPeoplesContactFields() {
        filings.save(school, List.of(), CONTACT);
        var was = CONTACT.typed();
        var mine = new Contact("王芳", was.officePhone(), was.mobile());
        var theirs = new Contact(was.name(), was.officePhone(), "13900000000");
        filings.save(school, List.of(), new ContactEdit(theirs, was));
        filings.save(school, List.of(), new ContactEdit(mine, was));
        assertThat(accounts.contactOf(school.unitId()))
                .isEqualTo(new Contact("王芳", was.officePhone(), "13900000000"));
    }

    @Test
    void refusesToOverwriteAContactThatSomebodyElseChanged() {
        filings.save(school, List.of(), CONTACT);
        var was = CONTACT.typed();
        var theirs = new Contact("赵强", was.officePhone(), was.mobile());
        var mine = new ContactEdit(new Contact("王芳", was.officePhone(), was.mobile()), was);
        filings.save(school, List.of(), new ContactEdit(theirs, was));
        filings.save(school, List.of(), mine);
        assertThat(accounts.contactOf(school.unitId())).isEqualTo(theirs);
        assertThat(mine.faults(theirs))
                .containsExactly(java.util.Map.entry(Contact.NAME, "刚被同事改为“赵强”。要用您填的，请再保存一次。"));
    }

    @Test
    void refusesARowThatSomebodyElseChangedAndKeepsTheOthers() {
        save(row("3.1", 0, "1", "1", "1", "1", "1"), row("3.2", 0, "1", "1", "1", "1", "1"));
        long seen = stored("3.1").version();
        long other = stored("3.2").version();
        save(row("3.1", seen, "9", "1", "1", "1", "1"));
        var saved =
                save(row("3.1", seen, "5", "1", "1", "1", "1"), row("3.2", other, "6", "1", "1"));
        assertThat(saved.clashes()).extracting(Clash::itemNo).containsExactly("3.1");
        assertThat(saved.clashes().getFirst().theirs().values().quantity()).isEqualTo(9);
        assertThat(stored("3.1").values().quantity()).isEqualTo(9);
        assertThat(stored("3.2").values().quantity()).isEqualTo(6);
    }

    @Test
    void leavesRowsThatDoNotChangeAsTheyAre() {
        filings.save(school, manual(), CONTACT);
        long before = stored("3.1").version();
        long entries = entries();
        filings.save(school, manual(), CONTACT);
        assertThat(stored("3.1").version()).isEqualTo(before);
        assertThat(entries()).isEqualTo(entries);
        save(row("1", stored("1").version(), "-", "8"));
        assertThat(stored("3.1").version()).isEqualTo(before);
    }

    @Test
    void emptiesARowThatIsNoLongerTicked() {
        save(row("3.1", 0, "1", "1", "1", "1", "1"));
        save(unticked("3.1", stored("3.1").version()));
        assertThat(stored("3.1").undertaken()).isFalse();
        assertThat(stored("3.1").values()).isEqualTo(Values.BLANK);
    }

    @Test
    void tellsTheAuditOnlyWhatReallyChanged() {
        save(row("3.1", 0, "1", "6", "5", "4", "1"));
        save(row("3.1", stored("3.1").version(), "1", "6", "5", "4", "2.5"));
        assertThat(lastChanges())
                .isEqualTo("[{\"after\": \"2.5\", \"field\": \"3.1 地市县投入\", \"before\": \"1\"}]");
    }

    @Test
    void keepsOnlyAContactThatHolds() {
        filings.save(school, List.of(), CONTACT);
        filings.save(school, List.of(), ContactEdit.of(new Contact("王", "1", "2")));
        assertThat(accounts.contactOf(school.unitId())).isEqualTo(CONTACT.typed());
    }

    @Test
    void judgesByTheMillisecondOfArrival() {
        var early = Instant.parse("2020-10-18T15:59:59.999Z");
        refuses(early, "10-19 开始申报，现在可以先看任务。");
        assertThat(saveAt(early.plusMillis(1)).clean()).isTrue();
        assertThat(saveAt(LAST).clean()).isTrue();
        refuses(LAST.plusMillis(1), "申报已于 11-06 24:00 截止。如需延期，请联系省厅管理员。");
        assertThat(stored("1").changedAt()).isEqualTo(LAST);
    }

    @Test
    void makesNoFilingWhereItMayNotBeFiled() {
        refuses(LAST.plusMillis(1), "申报已于 11-06 24:00 截止。如需延期，请联系省厅管理员。");
        assertThat(filings.form(school).filing()).isNull();
    }

    @Test
    void letsOnlySchoolsThatMayChangeFile() {
        for (var other :
                List.of(World.as(school, Role.VIEWER), officer, World.as(officer, Role.VIEWER))) {
            assertThatThrownBy(() -> filings.save(other, manual(), CONTACT))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refused ->
                                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        }
        assertThat(filings.form(school).filing()).isNull();
    }

    @Test
    void showsNobodyAFormOutOfReach() {
        var other = world.school(World.OTHER_PROVINCE);
        assertThatThrownBy(() -> filings.form(other.unitId(), other.path(), officer.reach()))
                .isInstanceOf(Refusal.class);
    }

    private void refuses(Instant at, String words) {
        assertThatThrownBy(() -> saveAt(at)).isInstanceOf(Refusal.class).hasMessage(words);
    }

    private Saved saveAt(Instant at) {
        return filings.save(
                World.at(school, at),
                List.of(row("1", stored("1").version(), "-", String.valueOf(at.hashCode() & 0xff))),
                null);
    }

    private static TypedRow inDoubt(TypedRow row) {
        return new TypedRow(row.itemNo(), row.version(), row.undertaken(), row.cells(), true);
    }

    private Saved save(TypedRow... rows) {
        return filings.save(school, List.of(rows), null);
    }

    private Undertaking stored(String no) {
        return filings.form(school).row(item(no));
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit.entry where subject_path = :path")
                .param("path", school.path())
                .query(Long.class)
                .single();
    }

    private String lastChanges() {
        return jdbc.sql(
                        "select changes::text from audit.entry where subject_path = :path order by id desc limit 1")
                .param("path", school.path())
                .query(String.class)
                .single();
    }
}
