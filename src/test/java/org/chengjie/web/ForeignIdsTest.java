package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Typing;
import org.chengjie.job.Jobs;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every id that a route takes, in its path, its query or its body, when it is somebody else's: of
 * another school, for a school or a city; of another province, for a province. Each is tried, and
 * nothing of the others' changes. A route that takes an id and is not in the table fails (spec X2).
 */
@PageTest
class ForeignIdsTest {

    /** The route, the id it takes and of what, who asks, what else is sent, what they get. */
    private static final String TABLE =
            """
            GET  /school/filing/upload/{id}                   | id=upload | school | | 404
            GET  /school/filing/upload/{id}/faults            | id=upload | school | | 404
            POST /school/filing/upload/{id}/saving            | id=upload | school | | 404
            POST /school/filing/upload/{id}/discard           | id=upload | school | | 404
            POST /school/colleagues/{account}                 | account=account | school | name=王芳&role=VIEWER | own
            POST /school/colleagues/{account}/disable         | account=account | school | | 404
            POST /school/colleagues/{account}/enable          | account=account | school | | 404
            POST /school/colleagues/{account}/reset           | account=account | school | | 404
            GET  /school/colleagues                           | edit=account | school | | own
            POST /school/reminders/{id}/read                  | id=reminder | school | | 404
            GET  /province/schools/{school}                   | school=school | province | | 404
            GET  /province/schools/{school}                   | done=decision | province | school=SCHOOL | own
            GET  /province/schools/{school}/workbook          | school=school | province | | 404
            POST /province/schools/{school}/decisions         | school=school | province | step=APPROVE&pick=ROW:1 | 404
            POST /province/schools/{school}/release           | school=school | province | reason=学校申请 | 404
            POST /province/schools/{school}/dossier           | school=school | province | | 404
            GET  /province/schools/{school}/extension         | school=school | province | | 404
            POST /province/schools/{school}/extension         | school=school | province | lastDay=2099-01-01&reason=停电 | 404
            POST /province/schools/{school}/extension/end     | school=school | province | | 404
            GET  /province/rows                               | done=decision | province | | own
            GET  /province/rows/{row}                         | row=row | province | | 404
            POST /province/decisions                          | pick=pick | province | step=APPROVE | own
            POST /province/decisions/undo                     | decision=decision | province | | 409
            POST /province/phrases/{phrase}/removal           | phrase=phrase | province | | own
            POST /province/register/cities/{id}               | id=city | province | name=新市&version=1 | 404
            GET  /province/register/{id:[0-9]+}               | id:[0-9]+=school | province | | 404
            POST /province/register/{id:[0-9]+}               | id:[0-9]+=school | province | name=新名&version=1 | 404
            POST /province/register/{id:[0-9]+}/closing       | id:[0-9]+=school | province | version=1&reason=停办 | 404
            POST /province/register/{id:[0-9]+}/reopening     | id:[0-9]+=school | province | version=1 | 404
            GET  /province/register/{id:[0-9]+}/merge         | id:[0-9]+=school | province | | 404
            GET  /province/register/{id:[0-9]+}/merge         | into=school | province | id:[0-9]+=SCHOOL | 404
            POST /province/register/{id:[0-9]+}/merge         | id:[0-9]+=school | province | into=SCHOOL&seen=-&reason=合并 | 404
            POST /province/register/{id:[0-9]+}/merge         | into=school | province | id:[0-9]+=SCHOOL&seen=-&reason=合并 | 404
            GET  /province/register/import/{id}               | id=import | province | | 404
            GET  /province/register/import/{id}/faults        | id=import | province | | 404
            POST /province/register/import/{id}/confirmation  | id=import | province | seen=- | 404
            POST /province/register/import/{id}/discard       | id=import | province | | 404
            POST /province/accounts/batches                   | school=school | province | scope=SELECTED | own
            POST /province/accounts/resets                    | school=school | province | | own
            POST /province/accounts/{account}/disable         | account=account | province | | 404
            POST /province/accounts/{account}/enable          | account=account | province | | 404
            POST /province/officers/{account}/role            | account=account | province | role=VIEWER | 404
            POST /province/officers/{account}/disable         | account=account | province | | 404
            POST /province/officers/{account}/enable          | account=account | province | | 404
            POST /province/officers/{account}/reset           | account=account | province | | 404
            POST /province/officers/cities/{unit}             | unit=city | province | | 404
            GET  /province/reminders                          | school=school | province | | own
            GET  /province/reminders                          | again=reminder | province | | own
            POST /province/reminders                          | school=school | province | standing=SELECTED&words=请尽快提交 | own
            GET  /province/reminders/{id}                     | id=reminder | province | | 404
            GET  /province/submission/{id}/workbook           | id=submission | province | | 404
            GET  /province/past/{plan:[0-9]+}/submission/{id}/workbook | id=submission | province | plan:[0-9]+=1 | 404
            GET  /province/past/{plan:[0-9]+}/schools/{school} | school=school | province | plan:[0-9]+=1 | 404
            GET  /province/past/{plan:[0-9]+}/schools/{school}/workbook | school=school | province | plan:[0-9]+=1 | 404
            GET  /province/adjustments/{id}                   | id=adjustment | province | | 404
            POST /province/adjustments/{id}                   | id=adjustment | province | | 404
            GET  /province/adjustments/{id}/scan              | id=adjustment | province | | 404
            POST /province/adjustments/{id}/scan              | id=adjustment | province | | own
            POST /province/adjustments/{id}/withdrawal        | id=adjustment | province | | 404
            POST /province/adjustments/{id}/discard           | id=adjustment | province | | 404
            POST /school/adjustments/{id}/read                | id=adjustment | school | | own
            GET  /city/schools/{school}                       | school=school | city | | 404
            POST /city/schools/{school}/mobile                | school=school | city | | 404
            POST /city/schools/{school}/opinions              | school=school | city | pick=ROW:1:1&stance=AGREE | 404
            POST /account/logins/{login}/end                  | login=login | school,province,city | | own
            GET  /jobs/{id}                                   | id=job | school,province,city | | 404
            GET  /jobs/{id}/progress                          | id=job | school,province,city | | 404
            GET  /jobs/{id}/file                              | id=job | school,province,city | | 404
            POST /jobs/{id}/file                              | id=job | school,province,city | | 404
            POST /jobs/{id}/stop                              | id=job | school,province,city | | 404
            """;

    /**
     * Ids of what is nobody's: provinces at the entrance, plans, the plan's items. The ministry's
     * routes and what is published are left out: theirs is the whole country.
     */
    private static final Set<String> NOBODYS =
            Set.of(
                    "GET / province",
                    "GET /contacts province",
                    "GET /school/clauses/{task} task",
                    "GET /province/clauses/{task} task",
                    "GET /school/notes/{no} no",
                    "POST /school/notes/{no} no",
                    "GET /school/past/{plan:[0-9]+} plan:[0-9]+",
                    "GET /school/past/{plan:[0-9]+}/workbook plan:[0-9]+",
                    "GET /province/past/{plan:[0-9]+} plan:[0-9]+",
                    "POST /province/past/{plan:[0-9]+}/export plan:[0-9]+",
                    "GET /province/past/{plan:[0-9]+}/submission plan:[0-9]+",
                    "GET /province/past/{plan:[0-9]+}/submission/{id}/workbook plan:[0-9]+",
                    "GET /province/past/{plan:[0-9]+}/schools/{school} plan:[0-9]+",
                    "GET /province/past/{plan:[0-9]+}/schools/{school}/workbook plan:[0-9]+");

    /** Numbers that name nothing. */
    private static final Set<String> NO_IDS = Set.of("version", "since");

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Jobs jobs;
    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private record Line(
            String route,
            String name,
            String kind,
            List<String> who,
            String sent,
            String expected) {}

    /** What is somebody's, by its kind. */
    private record Belongings(String path, Map<String, String> ids) {}

    @Test
    void declaresEveryIdThatARouteTakes() {
        var taken = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach((info, method) -> {
                    for (var path : info.getPatternValues()) {
                        if (path.startsWith("/ministry/") || path.startsWith("/published")) {
                            continue;
                        }
                        for (var verb : info.getMethodsCondition().getMethods()) {
                            ids(path, method)
                                    .forEach(id -> taken.add(verb + " " + path + " " + id));
                        }
                    }
                });
        var declared = new TreeSet<>(NOBODYS);
        table().forEach(line -> declared.add(line.route() + " " + line.name()));
        // Several ids in one field, which no parameter's type tells of.
        declared.remove("POST /province/decisions pick");
        assertThat(taken).isEqualTo(declared);
    }

    @Test
    void givesNobodyWhatIsSomebodyElses() throws Exception {
        var officer = world.officer(World.PROVINCE, "周敏");
        var foreigner = world.officer(World.OTHER_PROVINCE, "冯涛");
        world.openNow(officer);
        world.openNow(foreigner);
        var city = world.city(World.PROVINCE, "丙市");
        var own = world.schoolOf(city, Kind.SECONDARY);
        var neighbour = belongings(officer, world.school(World.PROVINCE));
        var abroad = belongings(foreigner, world.school(World.OTHER_PROVINCE));
        var askers = Map.of("school", own, "province", officer, "city", city);
        var wrong = new ArrayList<String>();
        for (var line : table()) {
            for (var who : line.who()) {
                var visitor = world.visit(mvc, Objects.requireNonNull(askers.get(who)));
                for (var others :
                        who.equals("province") ? List.of(abroad) : List.of(neighbour, abroad)) {
                    var before = told(others);
                    ask(visitor, line, others, own);
                    if (!fits(line.expected(), visitor.status())) {
                        wrong.add(
                                "%s, %s by %s: %d"
                                        .formatted(
                                                line.route(), line.name(), who, visitor.status()));
                    }
                    if (!told(others).equals(before)) {
                        wrong.add(
                                "%s, %s by %s changes it"
                                        .formatted(line.route(), line.name(), who));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void ask(Visitor visitor, Line line, Belongings others, Actor own) throws Exception {
        var token = visitor.get("/account/password").expectFirst("[name=_csrf]").val();
        var words = line.route().split(" ", -1);
        var path = words[1].replace("{" + line.name() + "}", others.ids().get(line.kind()));

        var fields = new ArrayList<String[]>();
        if (path.equals(words[1])) {
            fields.add(new String[] {line.name(), others.ids().get(line.kind())});
        }
        for (var pair : line.sent().isEmpty() ? new String[0] : line.sent().split("&", -1)) {
            var field = pair.split("=", 2);
            var value =
                    field[1].replace("SCHOOL", String.valueOf(own.unitId()))
                            .replace("ROW", others.ids().get("row"));
            if (path.contains("{" + field[0] + "}")) {
                path = path.replace("{" + field[0] + "}", value);
            } else {
                fields.add(new String[] {field[0], value});
            }
        }
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(words[0]), path);
        for (var field : fields) {
            request.param(field[0], field[1]);
        }
        visitor.send(words[0].equals("GET") ? request : request.param("_csrf", token));
    }

    /** A school that has submitted, and one of everything that is its own or its province's. */
    private Belongings belongings(Actor officer, Actor school) {
        filings.submit(World.at(school, java.time.Instant.now()), Typing.manual(), Typing.CONTACT);
        var city = world.city(officer.unitCode(), "丁市" + school.unitId());
        var row =
                id(
                        "select min(id) as id from filing.undertaking where school_path = '%s'"
                                .formatted(school.path()));
        var version = id("select version as id from filing.undertaking where id = " + row);
        var reminder =
                id(
                        """
                        insert into notice.reminder (province_id, audience, words, at, by_account, by_name)
                        values (%d, 'SELECTED', '请提交', now(), %d, '周敏') returning id
                        """
                                .formatted(officer.unitId(), officer.accountId()));
        jdbc.sql(
                        "insert into notice.recipient (reminder_id, school_id, school_path) values (:id, :school, :path)")
                .param("id", Long.valueOf(reminder))
                .param("school", school.unitId())
                .param("path", school.path())
                .update();
        var upload =
                id(
                        """
                        insert into filing.upload (school_id, file_name, rows, at, by_name)
                        values (%d, '表.xlsx', '[]', now(), '李敏') returning id
                        """
                                .formatted(school.unitId()));
        var imported =
                id(
                        """
                        insert into organisation.import (province_id, file_name, close_absent, rows, at, by_name)
                        values (%d, '名册.xlsx', false, '[]', now(), '周敏') returning id
                        """
                                .formatted(officer.unitId()));
        var decision =
                id(
                        """
                        insert into filing.decision (province_id, step, at, by_account, by_name)
                        values (%d, 'APPROVE', now(), %d, '吴刚') returning id
                        """
                                .formatted(officer.unitId(), school.accountId()));
        var login =
                id(
                        """
                        insert into account.login (token_hash, account_id, address, started_at, seen_at)
                        values (sha256('%d'), %1$d, '127.0.0.1', now(), now()) returning id
                        """
                                .formatted(school.accountId()));
        var phrase =
                id(
                        """
                        insert into review.phrase (account_id, words, used_at) values (%d, '请核对', now()) returning id
                        """
                                .formatted(school.accountId()));
        var adjustment =
                id(
                        """
                        insert into publication.adjustment (plan_id, province_id, province_path, province_name, created_at,
                                                            created_by, created_name)
                        select id, %d, '%s', '某省', now(), %d, '周敏' from plan.current returning id
                        """
                                .formatted(officer.unitId(), officer.path(), officer.accountId()));
        var submission =
                id(
                        """
                        insert into provincial.submission (plan_id, province_id, province_path, province_name, receipt_no,
                                                           schools, submitted_at, submitted_by, submitted_name,
                                                           returned_at, returned_by, return_reason)
                        select max(id), %d, '%s', '某省', 'P%d', 1, now(), %d, '周敏', now(), %4$d, '请核对'
                          from plan.plan returning id
                        """
                                .formatted(
                                        officer.unitId(),
                                        officer.path(),
                                        school.unitId(),
                                        officer.accountId()));
        return new Belongings(
                school.path(),
                Map.ofEntries(
                        Map.entry("school", String.valueOf(school.unitId())),
                        Map.entry("account", String.valueOf(school.accountId())),
                        Map.entry("city", String.valueOf(city.unitId())),
                        Map.entry("login", login),
                        Map.entry("row", row),
                        Map.entry("pick", row + ":" + version),
                        Map.entry("reminder", reminder),
                        Map.entry("upload", upload),
                        Map.entry("import", imported),
                        Map.entry("decision", decision),
                        Map.entry("phrase", phrase),
                        Map.entry("submission", submission),
                        Map.entry("adjustment", adjustment),
                        Map.entry(
                                "job",
                                String.valueOf(jobs.ask(school, "none", "试办", "/", Map.of())))));
    }

    private String id(String sql) {
        return String.valueOf(jdbc.sql(sql).query((row, n) -> row.getLong("id")).single());
    }

    /** All there is of somebody, in one text: whether anything has changed. */
    private String told(Belongings of) {
        var text = new StringBuilder();
        var unit = of.ids().get("school");
        for (var what :
                List.of(
                        "organisation.unit where path = '" + of.path() + "'",
                        "account.account where unit_id = " + unit,
                        "filing.filing where school_id = " + unit,
                        "filing.undertaking where school_path = '" + of.path() + "'",
                        "filing.move where school_path = '" + of.path() + "'",
                        "filing.extension where school_id = " + unit,
                        "filing.upload where school_id = " + unit,
                        "notice.recipient where school_id = " + unit,
                        "organisation.import where id = " + of.ids().get("import"),
                        "review.opinion where school_path = '" + of.path() + "'",
                        "account.login where id = " + of.ids().get("login"),
                        "review.phrase where id = " + of.ids().get("phrase"),
                        "filing.decision where id = " + of.ids().get("decision"),
                        "publication.adjustment where id = " + of.ids().get("adjustment"),
                        "job.job where id = " + of.ids().get("job"))) {
            text.append(
                    jdbc.sql(
                                    "select coalesce(string_agg(t::text, '|' order by t::text), '') as all_of_it from (select * from "
                                            + what
                                            + ") t")
                            .query((row, n) -> row.getString("all_of_it"))
                            .single());
        }
        return text.toString();
    }

    private static boolean fits(String expected, int status) {
        return expected.equals("own") ? status < 500 : status == Integer.parseInt(expected);
    }

    private static Set<String> ids(String path, HandlerMethod method) {
        var ids = new TreeSet<String>();
        var variables = Pattern.compile("\\{([^}]+)}").matcher(path);
        while (variables.find()) {
            ids.add(variables.group(1));
        }
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class) && isNumber(parameter)) {
                parameter.initParameterNameDiscovery(
                        new org.springframework.core.DefaultParameterNameDiscoverer());
                var name = String.valueOf(parameter.getParameterName());
                if (!NO_IDS.contains(name)) {
                    ids.add(name);
                }
            }
        }
        return ids;
    }

    private static boolean isNumber(MethodParameter parameter) {
        var type = parameter.getGenericParameterType().getTypeName();
        return type.equals("long") || type.contains("java.lang.Long");
    }

    private static List<Line> table() {
        return TABLE.lines()
                .map(line -> {
                    var cells = line.strip().split("\\s*\\|\\s*", -1);
                    var id = cells[1].split("=", 2);
                    return new Line(
                            cells[0].replaceAll("\\s+", " "),
                            id[0],
                            id[1],
                            List.of(cells[2].split(",", -1)),
                            cells[3],
                            cells[4]);
                })
                .toList();
    }
}
