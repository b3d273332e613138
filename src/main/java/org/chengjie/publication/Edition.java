package org.chengjie.publication;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.provincial.Digest;
import org.chengjie.provincial.FiveFunds;
import org.chengjie.provincial.RollUp;

/**
 * 一版: what was published of a plan, whole and for good; the two annexes are two views of it (spec
 * P5).
 *
 * @param id 0 while it is only looked at beforehand
 * @param plan as it read then
 * @param no 第几版 of the plan
 * @param note what is new in it; empty in the first
 */
public record Edition(
        long id,
        Plan plan,
        int no,
        Announcement announcement,
        String note,
        List<EditionProvince> provinces) {

    public Edition {
        provinces = List.copyOf(provinces);
    }

    /** Annex 1: the provinces that are in it. */
    public List<EditionProvince> included() {
        return provinces.stream().filter(EditionProvince::included).toList();
    }

    public List<EditionProvince> omitted() {
        return provinces.stream().filter(one -> !one.included()).toList();
    }

    /** Annex 2: the items that somebody undertakes, in the plan's order. */
    public List<ItemLine> items() {
        return plan.items().stream()
                .map(item -> new ItemLine(item, shares(item)))
                .filter(line -> !line.shares().isEmpty())
                .toList();
    }

    private List<Share> shares(Item item) {
        return included().stream()
                .flatMap(province ->
                        province.rollUp().lines().stream()
                                .filter(line -> line.item().id() == item.id())
                                .map(line -> new Share(province, line)))
                .toList();
    }

    /** Why provinces are left out → which; in the order of the provinces. */
    public Map<String, String> omissions() {
        return omitted().stream()
                .collect(
                        Collectors.groupingBy(
                                EditionProvince::omission,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        EditionProvince::name, Collectors.joining("、"))));
    }

    public int tasks() {
        return (int) items().stream().map(line -> line.item().taskNo()).distinct().count();
    }

    public int schools() {
        return included().stream().mapToInt(one -> one.rollUp().schools()).sum();
    }

    /** 布点 of all provinces. */
    public int rows() {
        return included().stream().mapToInt(one -> one.rollUp().rows()).sum();
    }

    /** 布点 of the provinces themselves. */
    public int own() {
        return included().stream().mapToInt(one -> one.rollUp().own()).sum();
    }

    public FiveFunds funds() {
        return included().stream()
                .map(one -> one.rollUp().funds())
                .reduce(FiveFunds.NONE, FiveFunds::plus);
    }

    /** The next edition, where one province's figures have been adjusted. */
    Edition adjusted(long provinceId, RollUp rollUp, LocalDate dated, String why) {
        return new Edition(
                0,
                plan,
                no + 1,
                new Announcement(announcement.title(), announcement.documentNo(), dated),
                why,
                provinces.stream()
                        .map(one ->
                                one.id() == provinceId
                                        ? new EditionProvince(
                                                one.id(), one.code(), one.name(), rollUp, "")
                                        : one)
                        .toList());
    }

    /** A mark of all figures: other figures have another one. */
    public String seen() {
        var text = new StringBuilder().append(plan.id()).append(' ').append(no);
        for (var one : provinces) {
            text.append('|')
                    .append(one.code())
                    .append(' ')
                    .append(one.included())
                    .append(' ')
                    .append(one.rollUp().seen());
        }
        return Digest.of(text.toString());
    }
}
