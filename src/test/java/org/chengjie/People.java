package org.chengjie;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengjie.account.Accounts;
import org.chengjie.account.NewAccount;
import org.chengjie.account.Passwords;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** A ministry, a province and a school, each with one account, and how they sign in. */
@Component
public class People {

    public static final String PASSWORD = "first-Word-1";
    public static final String SCHOOL = "9913011034";
    public static final String PROVINCE = "test-province";
    public static final String MINISTRY = "test-ministry";

    private final Units units;
    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;

    People(Units units, Accounts accounts, Passwords passwords, JdbcClient jdbc) {
        this.units = units;
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    /** All with an initial password; answers the school. */
    public Unit settle() {
        var ministry = units.add(NewUnit.ministry("test", "教育部职成司"));
        var province = units.add(NewUnit.province(ministry, "test", "甲省"));
        var school = units.add(NewUnit.school(province, SCHOOL, "甲省职业学院", Kind.COLLEGE, "乙市"));
        var hash = passwords.hash(PASSWORD);
        accounts.openAll(
                List.of(
                        new NewAccount(school.id(), SCHOOL, hash, Role.ADMIN, true),
                        new NewAccount(province.id(), PROVINCE, hash, Role.ADMIN, true),
                        new NewAccount(ministry.id(), MINISTRY, hash, Role.ADMIN, true)));
        return school;
    }

    /** As if the initial passwords had been changed long ago. */
    public void settled() {
        settle();
        jdbc.sql("update account.account set initial_password = false").update();
    }

    public Visitor signedIn(MockMvc mvc, String door, String userName) throws Exception {
        var visitor = new Visitor(mvc);
        signIn(visitor, door, userName, PASSWORD);
        return visitor;
    }

    public void signIn(Visitor visitor, String door, String userName, String password)
            throws Exception {
        visitor.get("/");
        visitor.submit(
                "/sign-in",
                Map.of(
                        "door", door,
                        "userName", userName,
                        "password", password,
                        "captcha", answer(visitor)));
    }

    /** What the picture on the page says. */
    public String answer(Visitor visitor) {
        var id = visitor.page().expectFirst("[name=captchaId]").val();
        return jdbc.sql("select answer from account.captcha where id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
    }
}
