package org.chengjie.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who tries to come in from which address (spec A5). A pair of both waits longer with each wrong
 * password, while the owner comes in from anywhere else; nothing here depends on whether the name
 * exists. It is in the database, for there may be several nodes.
 */
@Repository
class Approaches {

    /** After so long without a try a pair begins anew. */
    private static final Duration FORGOTTEN = Duration.ofHours(2);

    private static final Duration SPRAYING = Duration.ofHours(1);
    private static final Duration AT_HOME = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final int namesPerAddress;

    Approaches(
            JdbcClient jdbc,
            @Value("${chengjie.sign-in.names-per-address:40}") int namesPerAddress) {
        this.jdbc = jdbc;
        this.namesPerAddress = namesPerAddress;
    }

    /**
     * Counts a try before the password is compared, so that many at once do not pass for one.
     * Answers how long to wait: zero where it may be compared now.
     */
    Duration claim(String name, String address, Instant now) {
        var counted =
                jdbc.sql(
                                """
                                insert into account.approach as a (name_hash, address, tries, blocked_till, last_at)
                                values (:name, :address, 1, :now, :now)
                                on conflict (name_hash, address) do update
                                   set (tries, blocked_till, last_at) = (
                                       select n, :now + make_interval(secs => (:delays::int[])[least(n, cardinality(:delays::int[]))]), :now
                                         from (select case when a.last_at < :forgotten then 1 else a.tries + 1 end) as t (n))
                                 where a.blocked_till <= :now
                                """)
                        .param("name", hash(name))
                        .param("address", network(address))
                        .param("now", Logins.at(now))
                        .param("delays", Delay.table())
                        .param("forgotten", Logins.at(now.minus(FORGOTTEN)))
                        .update();
        return counted > 0 ? Duration.ZERO : left(name, address, now);
    }

    private Duration left(String name, String address, Instant now) {
        var till =
                jdbc.sql(
                                """
                                select blocked_till from account.approach where name_hash = :name and address = :address
                                """)
                        .param("name", hash(name))
                        .param("address", network(address))
                        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                        .optional()
                        .orElse(now);
        var left = Duration.between(now, till);
        return left.isPositive() ? left : Duration.ofSeconds(1);
    }

    /** The comparison came out wrong. */
    void failed(String name, String address, Instant now) {
        jdbc.sql(
                        """
                        update account.approach set failed_at = :now where name_hash = :name and address = :address
                        """)
                .param("now", Logins.at(now))
                .param("name", hash(name))
                .param("address", network(address))
                .update();
    }

    /** The comparison came out right: the pair is at home here. */
    void succeeded(String name, String address, Instant now) {
        jdbc.sql(
                        """
                        update account.approach set tries = 0, blocked_till = :now, failed_at = null, signed_in_at = :now
                         where name_hash = :name and address = :address
                        """)
                .param("now", Logins.at(now))
                .param("name", hash(name))
                .param("address", network(address))
                .update();
    }

    /** Nobody could be asked, so it was no try. */
    void release(String name, String address, Instant now) {
        jdbc.sql(
                        """
                        update account.approach set tries = greatest(0, tries - 1), blocked_till = :now
                         where name_hash = :name and address = :address
                        """)
                .param("now", Logins.at(now))
                .param("name", hash(name))
                .param("address", network(address))
                .update();
    }

    /** A new password: what was tried with the former one counts no more, wherever. */
    void forgive(List<String> names) {
        jdbc.sql(
                        """
                        update account.approach set tries = 0, blocked_till = last_at, failed_at = null
                         where name_hash = any(:names)
                        """)
                .param("names", names.stream().map(Approaches::hash).toArray(byte[][]::new))
                .update();
    }

    /** Whether too many names have failed at this address of late: somebody tries them all. */
    boolean sprayed(String address, Instant now) {
        return jdbc.sql(
                                """
                                select count(*) from account.approach where address = :address and failed_at > :since
                                """)
                        .param("address", network(address))
                        .param("since", Logins.at(now.minus(SPRAYING)))
                        .query((row, n) -> row.getInt(1))
                        .single()
                >= namesPerAddress;
    }

    /**
     * Whether this name has come in from this address before: spraying by others is not its doing.
     */
    boolean atHome(String name, String address) {
        return jdbc.sql(
                        """
                        select signed_in_at is not null from account.approach where name_hash = :name and address = :address
                        """)
                .param("name", hash(name))
                .param("address", network(address))
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    void sweep(Instant now) {
        jdbc.sql(
                        """
                        delete from account.approach
                         where last_at < :forgotten and (signed_in_at is null or signed_in_at < :at_home)
                        """)
                .param("forgotten", Logins.at(now.minus(FORGOTTEN)))
                .param("at_home", Logins.at(now.minus(AT_HOME)))
                .update();
    }

    /** Of IPv6 everybody has 2^64 addresses: its network counts. */
    private static String network(String address) {
        return address.indexOf(':') >= 0
                        && InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, 8) + "::/64"
                : address;
    }

    private static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
