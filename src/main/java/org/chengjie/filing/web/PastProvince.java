package org.chengjie.filing.web;

import java.util.List;
import org.chengjie.filing.Funds;
import org.chengjie.filing.PastSchool;

/** A province's schools on a plan that is history. */
public record PastProvince(long id, String name, List<PastSchool> schools) {

    public long submitted() {
        return schools.stream().filter(one -> one.submittedAt() != null).count();
    }

    public int rows() {
        return schools.stream().mapToInt(PastSchool::rows).sum();
    }

    public int approved() {
        return schools.stream().mapToInt(PastSchool::approved).sum();
    }

    public Funds funds() {
        return schools.stream().map(PastSchool::funds).reduce(Funds.NONE, Funds::plus);
    }
}
