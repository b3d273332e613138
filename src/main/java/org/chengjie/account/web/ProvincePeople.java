package org.chengjie.account.web;

import java.util.List;
import org.chengjie.organisation.ProvinceContact;
import org.jspecify.annotations.Nullable;

/**
 * 省级平台联系人 of the province chosen on the entrance page.
 *
 * @param provinceId null while none is chosen
 */
public record ProvincePeople(@Nullable Long provinceId, List<ProvinceContact> contacts) {

    public boolean chose(long id) {
        return provinceId != null && provinceId == id;
    }
}
