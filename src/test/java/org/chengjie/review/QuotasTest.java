package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Typing;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** 配额 beside 意向, 已通过 and 全国目标: they warn, they never block. */
@PageTest
@RecordApplicationEvents
class QuotasTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Items items;
    @Autowired private Quotas quotas;
    @Autowired private Plans plans;
    @Autowired private ApplicationEvents events;

    private Actor officer;
    private Item item;

    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        filings.submit(world.school(World.PROVINCE), Typing.manual(), Typing.CONTACT);
        filings.submit(world.school(World.PROVINCE), Typing.manual(), Typing.CONTACT);
        item =
                plans.current().items().stream()
                        .filter(each -> each.no().equals("3.2"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void sumsEachItemOverAllSchools() {
        var line = items.find(officer.reach(), item.id());
        assertThat(line.rows()).isEqualTo(2);
        assertThat(line.waiting()).isEqualTo(2);
        assertThat(line.quantity()).isEqualTo(4);
        assertThat(line.approvedQuantity()).isZero();
        assertThat(line.funds().total().plain()).isEqualTo("22");
        assertThat(line.quota()).isNull();
        assertThat(items.all(officer.reach()).get(item.id())).isEqualTo(line);
        assertThat(items.all(officer.reach())).hasSize(5);
    }

    @Test
    void showsAnotherProvinceNeitherRowsNorQuotas() {
        set(null, 3L);
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        assertThat(items.all(neighbour.reach())).isEmpty();
        assertThat(items.find(neighbour.reach(), item.id())).isEqualTo(ItemLine.none(item.id()));
    }

    @Test
    void warnsInWordsAndBlocksNothing() {
        set(null, 3L);
        assertThat(items.find(officer.reach(), item.id()).warnings(item))
                .containsExactly("意向 4 超过配额 3");
        set(3L, 101L);
        assertThat(items.find(officer.reach(), item.id()).warnings(item))
                .containsExactly("配额 101 超过全国目标 100");
        set(101L, null);
        assertThat(items.find(officer.reach(), item.id()).warnings(item)).isEmpty();
        filings.submit(world.school(World.PROVINCE), Typing.manual(), Typing.CONTACT);
    }

    @Test
    void tellsWhatWasChangedAndOnlyThat() {
        set(null, 3L);
        set(3L, 5L);
        set(5L, 5L);
        var told =
                events.stream(Auditable.class)
                        .filter(event -> event.action().equals("设置配额"))
                        .toList();
        assertThat(told).hasSize(2);
        assertThat(told.getLast().changes())
                .containsExactly(new Auditable.Change("3.2 配额", "3", "5"));
    }

    @Test
    void refusesWhatWasMadeFromAnOlderQuota() {
        set(null, 3L);
        assertThatThrownBy(() -> set(null, 5L))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("3.2 的配额刚被同事改动过");
        assertThat(items.find(officer.reach(), item.id()).quota()).isEqualTo(3);
    }

    @Test
    void refusesWhoeverMayOnlyLook() {
        officer = World.as(officer, Role.VIEWER);
        assertThatThrownBy(() -> set(null, 3L)).hasMessageContaining("只能查看");
        officer = world.school(World.PROVINCE);
        assertThatThrownBy(() -> set(null, 3L)).hasMessageContaining("只能查看");
    }

    private void set(@Nullable Long seen, @Nullable Long wanted) {
        quotas.set(officer, List.of(new Quotas.Wanted(item, seen, wanted)));
    }
}
