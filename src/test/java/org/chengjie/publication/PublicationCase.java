package org.chengjie.publication;

import static org.chengjie.provincial.ProvinceCase.own;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.organisation.Units;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.ProvinceCase;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.springframework.stereotype.Component;

/** A province on its way into an edition. */
@Component
public class PublicationCase {

    public static final Announcement ANNOUNCEMENT =
            new Announcement("承接情况", "教职成司函〔2021〕1号", LocalDate.of(2021, 1, 5));

    private final Units units;
    private final ProvinceCase province;
    private final OwnUndertakings own;
    private final ProvincialSubmissions submissions;
    private final Publications publications;
    private final Editions editions;

    PublicationCase(
            Units units,
            ProvinceCase province,
            OwnUndertakings own,
            ProvincialSubmissions submissions,
            Publications publications,
            Editions editions) {
        this.units = units;
        this.province = province;
        this.own = own;
        this.submissions = submissions;
        this.publications = publications;
        this.editions = editions;
    }

    /**
     * One approved school of 57 万元, item 9 undertaken with 43 万元, submitted; answers the school.
     */
    public Actor submitted(Actor officer) {
        return submitted(officer, "省教科院");
    }

    private Actor submitted(Actor officer, String bodies) {
        province.giveContacts(officer);
        own.save(officer, List.of(own("9", 0, "-", bodies, "43")));
        var school = province.approved(officer);
        submissions.submit(officer, submissions.readiness(officer).rollUp().seen());
        return school;
    }

    /** The same, accepted by the ministry. */
    public Actor accepted(Actor officer, Actor ministry) {
        return accepted(officer, ministry, "省教科院");
    }

    public Actor accepted(Actor officer, Actor ministry, String bodies) {
        var school = submitted(officer, bodies);
        submissions.accept(ministry, submissions.history(officer).getFirst().id());
        return school;
    }

    /** The same, published, and all others left out; answers the school. */
    public Actor published(Actor officer, Actor ministry) {
        var school = accepted(officer, ministry);
        publish(ministry);
        return school;
    }

    public Edition publish(Actor ministry) {
        var omissions = omissions(ministry);
        var seen = publications.draft(ministry, omissions).edition().seen();
        return editions.find(publications.publish(ministry, ANNOUNCEMENT, omissions, seen))
                .orElseThrow();
    }

    /** A reason for each that is not accepted. */
    public Map<Long, String> omissions(Actor ministry) {
        var omissions = new HashMap<Long, String>();
        units.provinces().forEach(one -> omissions.put(one.id(), "没有上报"));
        return omissions;
    }
}
