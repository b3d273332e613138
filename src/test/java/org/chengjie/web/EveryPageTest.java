package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Typing;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What holds of every page that the framework knows, a new one too: text that is code is shown as
 * text, and looking changes nothing (checks V1.2, V3.5).
 */
@PageTest
class EveryPageTest {

    /** As if everything that somebody once typed had been meant as an attack. */
    private static final String EVIL =
            """
            do $$
            declare one record;
            begin
              for one in
                select c.table_schema, c.table_name, c.column_name
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.data_type = 'text'
                  and c.table_schema not in ('public', 'pg_catalog', 'information_schema', 'job')
                  and c.column_name not in ('path', 'code', 'no', 'tier', 'stage', 'user_name')
                  and c.column_name not like '%path'
              loop
                begin
                  execute format('update %I.%I set %I = %L', one.table_schema, one.table_name, one.column_name,
                    '"><svg onload=1></script>' || one.column_name);
                exception when others then null;
                end;
              end loop;
            end $$
            """;

    /**
     * A look keeps the sign-in alive, the entrance draws a picture, the desk keeps sums for all.
     */
    private static final String CHANGES =
            """
            select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)
            from pg_stat_xact_user_tables
            where relname not in ('login', 'captcha', 'norm', 'norm_age')
            """;

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Actor school;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    @BeforeEach
    void settle() {
        var officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        var draft = world.school(World.PROVINCE);
        school = World.at(draft, Clock.systemUTC().instant());
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        var city = world.city(World.PROVINCE, "丙市");
        world.schoolOf(city, Kind.SECONDARY);
        visitors.put("/school", world.visit(mvc, school));
        visitors.put("/province", world.visit(mvc, officer));
        visitors.put("/city", world.visit(mvc, city));
        visitors.put("/ministry", world.visit(mvc, world.ministry()));
    }

    @Test
    void showsTextThatIsCodeAsText() throws Exception {
        jdbc.sql(EVIL).update();
        var told = new ArrayList<String>();
        for (var path : pages()) {
            var page = visitor(path).send(MockMvcRequestBuilders.get(path));
            if (isPage(path)) {
                assertThat(visitor(path).status()).as(path).isEqualTo(200);
                inert(path, page);
                if (page.text().contains("\"><svg onload=1></script>")) {
                    told.add(path);
                }
            }
        }
        assertThat(told)
                .contains("/province/schools", "/province/register", "/school/preview")
                .hasSizeGreaterThan(20);
    }

    @Test
    void changesNothingByBeingLookedAt() throws Exception {
        var changed = new ArrayList<String>();
        for (var path : pages()) {
            var before = changes();
            visitor(path).send(MockMvcRequestBuilders.get(path));
            if (visitor(path).status() < 400 && changes() != before) {
                changed.add(path);
            }
        }
        assertThat(changed).isEmpty();
    }

    private static void inert(String path, Document page) {
        assertThat(page.select("svg[onload], script:not([src])")).as(path).isEmpty();
        for (var element : page.getAllElements()) {
            for (var attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(path).doesNotStartWith("on");
                assertThat(attribute.getValue()).as(path).doesNotStartWith("javascript:");
            }
        }
    }

    private boolean isPage(String path) {
        var type = visitor(path).response().getContentType();
        return visitor(path).status() == 200 && type != null && type.startsWith("text/html");
    }

    private Visitor visitor(String path) {
        return visitors.entrySet().stream()
                .filter(who -> path.startsWith(who.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> visitors.get("/province"));
    }

    private List<String> pages() {
        var paths = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                        paths.addAll(info.getPatternValues());
                    }
                });
        var id = String.valueOf(school.unitId());
        return paths.stream()
                .map(path ->
                        path.replace("{school}", id)
                                .replace("{id:[0-9]+}", id)
                                .replace("{task}", "3")
                                .replace("{no}", "3.1")
                                .replaceAll("\\{[^}]*}", "1"))
                .toList();
    }

    private long changes() {
        return jdbc.sql(CHANGES).query((row, n) -> row.getLong(1)).single();
    }
}
