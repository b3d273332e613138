package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Typing;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an open page tells of itself, and is told (spec F7, W4). */
@PageTest
class PresencePageTest {

    private static final String MINE = UUID.randomUUID().toString();

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private JsonMapper json;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = World.at(world.school(World.PROVINCE), java.time.Instant.now());
        visitor = world.visit(mvc, school);
        visitor.get("/school/undertakings");
    }

    @Test
    void tellsWhoElseHasTheFormOpenAndWhere() throws Exception {
        assertThat(ask(UUID.randomUUID().toString(), "3.2").get("others")).isEmpty();
        var others = ask(MINE, "1").get("others");
        assertThat(others).hasSize(1);
        assertThat(others.get(0).get("itemNo").asString()).isEqualTo("3.2");
        assertThat(others.get(0).get("self").asBoolean()).isTrue();
        assertThat(ask(MINE, "nowhere").get("others")).hasSize(1);
    }

    @Test
    void forgetsAPageThatWasLeft() throws Exception {
        var other = UUID.randomUUID().toString();
        ask(other, "3.2");
        visitor.postJson("/school/presence/end", Map.of("page", other));
        assertThat(ask(MINE, "").get("others")).isEmpty();
    }

    @Test
    void tellsNothingOfOtherSchools() throws Exception {
        var neighbour = world.visit(mvc, world.school(World.PROVINCE));
        neighbour.get("/school/undertakings");
        visitor = neighbour;
        ask(UUID.randomUUID().toString(), "1");
        visitor = world.visit(mvc, school);
        visitor.get("/school/undertakings");
        assertThat(ask(MINE, "").get("others")).isEmpty();
    }

    @Test
    void tellsOnlyTheRowsChangedSince() throws Exception {
        filings.save(school, Typing.manual().subList(0, 1), null);
        var rows = ask(MINE, "").get("rows");
        assertThat(rows.propertyNames()).containsExactly("1");
        assertThat(rows.get("1").get("saved").asString()).isEqualTo("1||1|2|3|4");
        filings.save(school, List.of(Typing.row("2", 0, "-", "1", "1", "1", "1")), null);
        var later = ask(MINE, "", rows.get("1").get("version").asLong()).get("rows");
        assertThat(later.propertyNames()).containsExactly("2");
    }

    @Test
    void tellsWhyTheFormCanNoLongerBeChanged() throws Exception {
        assertThat(ask(MINE, "").get("words").asString()).isEmpty();
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        assertThat(ask(MINE, "").get("words").asString()).startsWith("本校已提交。");
    }

    @Test
    void refusesWhatIsNoPage() throws Exception {
        visitor.postJson("/school/presence", Map.of("page", "none"));
        assertThat(visitor.status()).isEqualTo(400);
    }

    private JsonNode ask(String page, String item) throws Exception {
        return ask(page, item, 0);
    }

    private JsonNode ask(String page, String item, long since) throws Exception {
        visitor.postJson(
                "/school/presence",
                Map.of("page", page, "item", item, "since", String.valueOf(since)));
        assertThat(visitor.status()).isEqualTo(200);
        return json.readTree(visitor.response().getContentAsString());
    }
}
