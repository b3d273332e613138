package org.chengjie.provincial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.organisation.ProvinceContact;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * A province on its way to a submission: schools that filed the manual's example, and its contacts.
 */
@Component
public class ProvinceCase {

    private final World world;
    private final Filings filings;
    private final Decisions decisions;
    private final ProvinceContacts contacts;

    ProvinceCase(World world, Filings filings, Decisions decisions, ProvinceContacts contacts) {
        this.world = world;
        this.filings = filings;
        this.decisions = decisions;
        this.contacts = contacts;
    }

    /** A new school whose five rows of 57 万元 wait for a decision. */
    public Actor submitted(String province) {
        var school = world.school(province);
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        return school;
    }

    /** A new school with all of them approved. */
    public Actor approved(Actor officer) {
        var school = submitted(officer.unitCode());
        decide(officer, school, Step.APPROVE);
        return school;
    }

    /** Decides whatever of the school waits, or reopens whatever is approved. */
    public void decide(Actor officer, Actor school, Step step) {
        var picks = step == Step.REOPEN ? at(school, Stage.APPROVED) : waiting(school);
        decisions.decide(officer, school.unitId(), step, picks, "请核实", Set.of());
    }

    public List<Pick> waiting(Actor school) {
        return at(school, Stage.SUBMITTED);
    }

    /** The school's rows at a stage, as they are now. */
    public List<Pick> at(Actor school, Stage stage) {
        var filing = Objects.requireNonNull(filings.form(school).filing());
        return filing.rows().values().stream()
                .filter(row -> row.undertaken() && row.stage() == stage)
                .map(row -> new Pick(row.id(), row.version()))
                .toList();
    }

    public void giveContacts(Actor officer) {
        contacts.replace(
                List.of(
                        new ProvinceContact(1, "王磊", "0351-3046001"),
                        new ProvinceContact(2, "赵静", "0351-3046002")),
                officer);
    }

    /** An item that the province undertakes itself. */
    public static TypedOwnRow own(
            String no, long version, String quantity, String bodies, String funds) {
        return new TypedOwnRow(
                no,
                version,
                true,
                Map.of(
                        OwnCell.QUANTITY, quantity,
                        OwnCell.BODIES, bodies,
                        OwnCell.PROVINCIAL, funds));
    }

    /** 省财政投入 for an item that the province leaves to its schools. */
    public static TypedOwnRow funds(String no, long version, String funds) {
        return new TypedOwnRow(no, version, false, Map.of(OwnCell.PROVINCIAL, funds));
    }
}
