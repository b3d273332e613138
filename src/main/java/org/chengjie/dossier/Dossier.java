package org.chengjie.dossier;

import org.chengjie.account.Accounts;
import org.chengjie.audit.Entries;
import org.chengjie.audit.EntriesExport;
import org.chengjie.filing.Copies;
import org.chengjie.filing.Filings;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.organisation.Register;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Reach;
import org.springframework.stereotype.Component;

/** 整校档案: everything of one school that its reader may see, made in the background (spec X1, X5). */
@Component
public class Dossier implements Work {

    public static final String KIND = "dossier.school";

    /** Whose. */
    public record Asked(long school) {}

    private final Register register;
    private final Filings filings;
    private final Copies copies;
    private final Accounts accounts;
    private final ProvinceContacts provinces;
    private final Entries entries;

    Dossier(
            Register register,
            Filings filings,
            Copies copies,
            Accounts accounts,
            ProvinceContacts provinces,
            Entries entries) {
        this.register = register;
        this.filings = filings;
        this.copies = copies;
        this.accounts = accounts;
        this.provinces = provinces;
        this.entries = entries;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) throws Exception {
        var by = progress.by();
        var school = register.find(progress.input(Asked.class).school(), by.reach());
        int all = entries.countOf(by, school.id());
        int told = Math.min(all, EntriesExport.MOST);
        progress.total(told);
        var contacts =
                ContactLine.of(
                        school,
                        accounts.contactOf(school.id()),
                        provinces.of(new Reach(school.path()).provinceId()));
        var trail =
                new Trail(taker ->
                        entries.eachOf(
                                by,
                                school.id(),
                                EntriesExport.MOST,
                                entry -> {
                                    taker.accept(entry);
                                    progress.advance(1);
                                }));
        var form = filings.form(school.id(), school.path(), by.reach());
        var filed = Filed.of(form, filings.history(form, by.reach()), copies, by.reach());
        progress.file(
                "整校档案-%s-%s-%s.xlsx"
                        .formatted(school.name(), school.code(), ChinaTime.dayOf(by.arrived())),
                false,
                out -> new DossierBook(school, by, contacts, filed, trail).write(out));
        progress.say(
                all > told
                        ? "操作记录共 %d 条，写入最近的 %d 条；其余各表齐全。".formatted(all, told)
                        : "六张表，操作记录 " + told + " 条。");
    }
}
