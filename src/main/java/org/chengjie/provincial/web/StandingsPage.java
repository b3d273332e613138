package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.provincial.FiveFunds;
import org.chengjie.provincial.ProvinceStanding;
import org.chengjie.provincial.ProvincialSubmission;
import org.chengjie.provincial.SubmissionState;

/** 各省上报: all provinces; summed are those whose submission stands (spec P4). */
public record StandingsPage(List<ProvinceStanding> provinces) {

    public int count(SubmissionState state) {
        return (int) provinces.stream().filter(one -> one.state() == state).count();
    }

    /** How many have handed in what stands, whether it is accepted yet or not. */
    public int handedIn() {
        return standing().size();
    }

    public int schools() {
        return standing().stream().mapToInt(one -> one.rollUp().schools()).sum();
    }

    public int rows() {
        return standing().stream().mapToInt(one -> one.rollUp().rows()).sum();
    }

    public FiveFunds funds() {
        return standing().stream()
                .map(one -> one.rollUp().funds())
                .reduce(FiveFunds.NONE, FiveFunds::plus);
    }

    private List<ProvincialSubmission> standing() {
        return provinces.stream()
                .map(ProvinceStanding::last)
                .flatMap(java.util.stream.Stream::ofNullable)
                .filter(ProvincialSubmission::standing)
                .toList();
    }
}
