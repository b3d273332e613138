package org.chengjie.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Wall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hangs what has been written since on its chains, in the order of the entries, every two seconds
 * and by one node at a time (spec X1). Whoever saves takes no part in it, so nobody waits for
 * another's link.
 */
@Component
class Sealer {

    static final int PORTION = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private record Head(long position, String hash) {}

    private record Link(long entry, long chain, Head end) {}

    private final JdbcClient jdbc;
    private final Chains chains;
    private final Clock clock;
    private final TransactionOperations transaction;
    private final boolean onlyReads;

    Sealer(
            JdbcClient jdbc,
            Chains chains,
            Clock clock,
            TransactionOperations transaction,
            @Value("${chengjie.audit:}") String headless) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.clock = clock;
        this.transaction = transaction;
        this.onlyReads = !headless.isEmpty();
    }

    @Scheduled(fixedDelayString = "PT2S")
    void regularly() {
        if (onlyReads) {
            return;
        }
        try (var _ = Wall.open()) {
            while (seal() == PORTION) {
                Thread.onSpinWait();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The chain of the audit trail waits for the database: {}", away.getMessage());
        }
    }

    /** Links a portion of what waits, and says how much that was. */
    int seal() {
        return transaction.execute(status -> sealPortion());
    }

    private int sealPortion() {
        jdbc.sql("select pg_advisory_xact_lock(20201124, 0)").query((row, n) -> n).list();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var links = links(at);
        if (!links.isEmpty()) {
            write(links, at);
        }
        return links.size();
    }

    private List<Link> links(Instant at) {
        var heads = heads();
        var links = new ArrayList<Link>();
        jdbc.sql(
                        """
                        select %s
                          from audit.pending p
                          join audit.entry e on e.id = p.entry_id
                         order by e.id
                         limit :portion
                        """
                                .formatted(Chains.COLUMNS))
                .withFetchSize(Chains.SLICE)
                .param("portion", PORTION)
                .query(row -> {
                    long chain = row.getLong("chain");
                    var last = heads.getOrDefault(chain, new Head(0, Chains.START));
                    long position = last.position() + 1;
                    var hash =
                            chains.hash(
                                    last.hash(), chain, position, micros(at), Chains.content(row));
                    var end = new Head(position, hash);
                    heads.put(chain, end);
                    links.add(new Link(row.getLong("id"), chain, end));
                });
        return links;
    }

    private Map<Long, Head> heads() {
        var heads = new HashMap<Long, Head>();
        jdbc.sql("select chain, position, hash from audit.head")
                .query(row -> {
                    heads.put(
                            row.getLong("chain"),
                            new Head(row.getLong("position"), row.getString("hash")));
                });
        return heads;
    }

    private void write(List<Link> links, Instant at) {
        jdbc.sql(
                        """
                        with made as (
                            insert into audit.link (chain, position, entry_id, hash, sealed_at)
                            select chain, position, entry, hash, :at
                              from unnest(:chains::bigint[], :positions::bigint[], :entries::bigint[], :hashes::text[])
                                   as t (chain, position, entry, hash)
                            returning chain, position, entry_id, hash
                        ), headed as (
                            insert into audit.head as h (chain, position, hash)
                            select distinct on (chain) chain, position, hash from made order by chain, position desc
                            on conflict (chain) do update set position = excluded.position, hash = excluded.hash)
                        delete from audit.pending p using made where p.entry_id = made.entry_id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("chains", links.stream().map(Link::chain).toArray(Long[]::new))
                .param(
                        "positions",
                        links.stream().map(l -> l.end().position()).toArray(Long[]::new))
                .param("entries", links.stream().map(Link::entry).toArray(Long[]::new))
                .param("hashes", links.stream().map(l -> l.end().hash()).toArray(String[]::new))
                .update();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
