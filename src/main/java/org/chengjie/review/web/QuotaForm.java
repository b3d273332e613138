package org.chengjie.review.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chengjie.plan.Plan;
import org.chengjie.review.Quotas;
import org.jspecify.annotations.Nullable;

/**
 * The quotas as they were typed: {@code quota-3.1}, beside {@code seen-3.1}, what it was before.
 * Full-width digits and thousands separators are what input methods give; they mean the same
 * number.
 *
 * @param typed what stands in each field, by item number
 * @param faults what is wrong with it, by item number
 */
record QuotaForm(
        List<Quotas.Wanted> wanted, Map<String, String> typed, Map<String, String> faults) {

    static final QuotaForm NONE = new QuotaForm(List.of(), Map.of(), Map.of());

    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,6}");

    static QuotaForm of(Map<String, String> fields, Plan plan) {
        var wanted = new ArrayList<Quotas.Wanted>();
        var typed = new LinkedHashMap<String, String>();
        var faults = new LinkedHashMap<String, String>();
        for (var item : plan.items()) {
            var text = fields.get("quota-" + item.no());
            if (text == null || !item.takesQuantity()) {
                continue;
            }
            typed.put(item.no(), text);
            var number = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", "").strip();
            if (number.isEmpty() || WHOLE.matcher(number).matches()) {
                wanted.add(
                        new Quotas.Wanted(
                                item,
                                number(fields.getOrDefault("seen-" + item.no(), "")),
                                number(number)));
            } else {
                faults.put(
                        item.no(),
                        "应为 1 到 9,999,999 的整数，不设请留空，现在填的是“%s”。"
                                .formatted(
                                        text.strip()
                                                .substring(
                                                        0, Math.min(20, text.strip().length()))));
            }
        }
        return new QuotaForm(wanted, typed, faults);
    }

    private static @Nullable Long number(String text) {
        return WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
    }
}
