package org.chengjie.filing;

import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import java.util.List;
import java.util.Objects;
import org.chengjie.World;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schools that fill in the manual's example, for tests of what is beneath filing. */
@Component
public class SchoolsAtWork {

    private final World world;
    private final Filings filings;
    private final FilingWindows windows;
    private @Nullable Actor last;

    SchoolsAtWork(World world, Filings filings, FilingWindows windows) {
        this.world = world;
        this.filings = filings;
        this.windows = windows;
    }

    /** A new school saves 1, 2, 3.1, 3.2 and 3.3. */
    public Actor save() {
        var officer = world.officer(World.PROVINCE, "周敏");
        var school = world.school(World.PROVINCE);
        last = school;
        if (windows.find(filings.form(school).plan().id(), officer.unitId()).isEmpty()) {
            world.open(officer);
        }
        filings.save(school, manual(), CONTACT);
        return school;
    }

    public Actor submit() {
        var school = save();
        filings.submit(school, List.of(), null);
        return school;
    }

    /** The numbers that the form of the last one lists. */
    public List<String> items() {
        return numbers(Objects.requireNonNull(last));
    }

    public List<String> itemsOfAnother() {
        return numbers(world.school(World.PROVINCE));
    }

    private List<String> numbers(Actor school) {
        return filings.form(school).items().stream().map(Item::no).toList();
    }
}
