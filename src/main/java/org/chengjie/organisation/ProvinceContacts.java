package org.chengjie.organisation;

import java.util.List;
import java.util.stream.IntStream;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 省级平台联系人: public, for they stand on the entrance page (spec P1). */
@Repository
public class ProvinceContacts {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ProvinceContacts(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public List<ProvinceContact> of(long provinceId) {
        return jdbc.sql(
                        """
                        select position, name, phone
                          from organisation.province_contact
                         where province_id = :province
                         order by position
                        """)
                .param("province", provinceId)
                .query((row, n) ->
                        new ProvinceContact(
                                row.getInt("position"),
                                row.getString("name"),
                                row.getString("phone")))
                .list();
    }

    /** Replaces the contacts of the actor's own province; those left blank go. */
    @Transactional
    public void replace(List<ProvinceContact> contacts, Actor by) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("省级平台联系人由省厅管理员填写。");
        }
        var kept = contacts.stream().filter(contact -> !contact.blank()).toList();
        if (kept.stream().anyMatch(contact -> !contact.faults().isEmpty())) {
            throw Refusal.invalid("联系人姓名或电话有误，没有保存。");
        }
        var changes = changes(of(by.unitId()), kept);
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql("delete from organisation.province_contact where province_id = :province")
                .param("province", by.unitId())
                .update();
        for (var contact : kept) {
            jdbc.sql(
                            """
                            insert into organisation.province_contact (province_id, position, name, phone)
                            values (:province, :position, :name, :phone)
                            """)
                    .param("province", by.unitId())
                    .param("position", contact.position())
                    .param("name", contact.name())
                    .param("phone", contact.phone())
                    .update();
        }
        events.publishEvent(new Auditable(by, "修改省级平台联系人", by.unitName(), by.path(), "", changes));
    }

    private static List<Change> changes(List<ProvinceContact> before, List<ProvinceContact> after) {
        return IntStream.of(1, 2)
                .mapToObj(position ->
                        new Change(
                                "联系人 " + position, told(before, position), told(after, position)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static String told(List<ProvinceContact> contacts, int position) {
        return contacts.stream()
                .filter(contact -> contact.position() == position)
                .map(contact -> contact.name() + " " + contact.phone())
                .findFirst()
                .orElse("");
    }
}
