package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.account.SignIn.Attempt;
import org.chengjie.account.SignIn.Outcome;
import org.chengjie.account.SignIn.Outcome.Later;
import org.chengjie.account.SignIn.Outcome.Welcome;
import org.chengjie.account.SignIn.Outcome.Wrong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who tries too often, and who must not suffer from it (spec A5). */
@PageTest
class SignInTest {

    private static final String HERE = "10.1.1.1";
    private static final String ELSEWHERE = "10.2.2.2";
    private static final String WAIT = "输错次数较多，请 %s后再试。换一台电脑不受影响。";

    @Autowired private SignIn signIn;
    @Autowired private Approaches approaches;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    private Instant now = Instant.parse("2020-11-02T02:00:00Z");

    @BeforeEach
    void settle() {
        people.settled();
    }

    @ParameterizedTest
    @ValueSource(strings = {People.SCHOOL, "9999999999", "nobody-at-all"})
    void slowsDownEveryNameAlike(String name) {
        for (int i = 0; i < 4; i++) {
            assertThat(attempt(name, "wrong", HERE)).isInstanceOf(Wrong.class);
        }
        assertThat(attempt(name, "wrong", HERE)).isEqualTo(new Later(WAIT.formatted("30 秒"), 30));
        now = now.plusSeconds(31);
        assertThat(attempt(name, "wrong", HERE)).isInstanceOf(Wrong.class);
        assertThat(attempt(name, "wrong", HERE)).isEqualTo(new Later(WAIT.formatted("60 秒"), 60));
        now = now.plusSeconds(61);
        assertThat(attempt(name, "wrong", HERE)).isInstanceOf(Wrong.class);
        assertThat(attempt(name, "wrong", HERE)).isEqualTo(new Later(WAIT.formatted("2 分钟"), 120));
    }

    @Test
    void comparesNothingWhileOneMustWait() {
        fail(People.SCHOOL, 4);
        assertThat(attempt(People.SCHOOL, People.PASSWORD, HERE)).isInstanceOf(Later.class);
        now = now.plusSeconds(31);
        assertThat(attempt(People.SCHOOL, People.PASSWORD, HERE)).isInstanceOf(Welcome.class);
        fail(People.SCHOOL, 3);
        assertThat(attempt(People.SCHOOL, People.PASSWORD, HERE)).isInstanceOf(Welcome.class);
    }

    @Test
    void neverKeepsTheOwnerOutElsewhere() {
        for (int i = 0; i < 30; i++) {
            attempt(People.SCHOOL, "wrong", HERE);
            now = now.plusSeconds(600);
        }
        assertThat(attempt(People.SCHOOL, People.PASSWORD, ELSEWHERE)).isInstanceOf(Welcome.class);
    }

    @Test
    void keepsNobodyLongerThanEightMinutes() {
        for (int i = 0; i < 30; i++) {
            attempt(People.SCHOOL, "wrong", HERE);
            now = now.plusSeconds(481);
        }
        assertThat(attempt(People.SCHOOL, People.PASSWORD, HERE)).isInstanceOf(Welcome.class);
    }

    @Test
    void takesTheAddressesOfOneNetworkForOne() {
        for (int i = 0; i < 4; i++) {
            attempt(People.SCHOOL, "wrong", "2001:db8:1:2::" + i);
        }
        assertThat(attempt(People.SCHOOL, "wrong", "2001:db8:1:2:ffff::1"))
                .isInstanceOf(Later.class);
        assertThat(attempt(People.SCHOOL, "wrong", "2001:db8:1:3::1")).isInstanceOf(Wrong.class);
    }

    @Test
    void forgetsWhatWasTypedWhenThePasswordIsReset() {
        fail(People.SCHOOL, 4);
        approaches.forgive(List.of(People.SCHOOL));
        assertThat(attempt(People.SCHOOL, People.PASSWORD, HERE)).isInstanceOf(Welcome.class);
    }

    @Test
    void stopsAnAddressThatTriesNameAfterNameButNotThoseAtHomeThere() {
        assertThat(attempt(People.SCHOOL, People.PASSWORD, HERE)).isInstanceOf(Welcome.class);
        for (int i = 0; i < 40; i++) {
            assertThat(attempt("99000000" + (10 + i), "123456", HERE)).isInstanceOf(Wrong.class);
        }
        assertThat(attempt("9900000099", "123456", HERE)).isInstanceOf(Later.class);
        assertThat(attempt(People.PROVINCE, People.PASSWORD, HERE)).isInstanceOf(Later.class);
        assertThat(attempt(People.SCHOOL, "wrong", HERE)).isInstanceOf(Later.class);
        assertThat(attempt(People.SCHOOL, People.PASSWORD, HERE)).isInstanceOf(Welcome.class);
        assertThat(attempt(Door.PROVINCE, People.PROVINCE, People.PASSWORD, ELSEWHERE))
                .isInstanceOf(Welcome.class);
        now = now.plusSeconds(3601);
        assertThat(attempt(Door.PROVINCE, People.PROVINCE, People.PASSWORD, HERE))
                .isInstanceOf(Welcome.class);
    }

    @Test
    void keepsTheNamesThatWereTriedAsHashesOnly() {
        attempt("my-secret-Passw0rd", "x", HERE);
        assertThat(jdbc.sql("select a::text from account.approach a").query(String.class).single())
                .doesNotContain("secret");
        assertThat(
                        jdbc.sql("select actor from audit.entry order by id desc limit 1")
                                .query(String.class)
                                .single())
                .doesNotContain("secret");
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt(name, "wrong", HERE)).isInstanceOf(Wrong.class);
        }
    }

    private Outcome attempt(String name, String password, String address) {
        return attempt(Door.SCHOOL, name, password, address);
    }

    private Outcome attempt(Door door, String name, String password, String address) {
        return signIn.attempt(new Attempt(door, name, password, null, address, "", now));
    }
}
