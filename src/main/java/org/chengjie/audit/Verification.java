package org.chengjie.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes along every chain from its first link and tells the first break of each (spec X1): an entry
 * that was changed, taken out, put in or moved, and an end that was cut off. It only reads.
 */
@Component
class Verification {

    /**
     * What was found: how long each chain is, what still waits for its link, and what is broken.
     */
    record Finding(Map<Long, Chain> chains, long waiting, List<Break> breaks) {

        boolean sound() {
            return breaks.isEmpty();
        }
    }

    /** A chain's end: kept outside the database, it proves that nothing was cut off. */
    record Chain(String name, long length, String hash) {}

    private record End(long position, String hash) {}

    private final JdbcClient jdbc;
    private final Chains chains;

    Verification(JdbcClient jdbc, Chains chains) {
        this.jdbc = jdbc;
        this.chains = chains;
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Finding verify() {
        var breaks = new ArrayList<Break>();
        var ends = new HashMap<Long, End>();
        var broken = new HashMap<Long, Break>();
        jdbc.sql(
                        """
                        select l.chain as in_chain, l.position, l.entry_id, l.hash,
                               (extract(epoch from l.sealed_at) * 1000000)::bigint as sealed, %s
                          from audit.link l
                          left join audit.entry e on e.id = l.entry_id
                         order by l.chain, l.position
                        """
                                .formatted(Chains.COLUMNS))
                .withFetchSize(Chains.SLICE)
                .query(row -> {
                    follow(row, ends, broken);
                });
        breaks.addAll(broken.values());
        var known = heads(ends, broken, breaks);
        strangers(breaks);
        lost(breaks);
        var waiting = jdbc.sql("select count(*) from audit.pending").query(Long.class).single();
        return new Finding(known, waiting, breaks);
    }

    private void follow(ResultSet row, Map<Long, End> ends, Map<Long, Break> broken)
            throws SQLException {
        long chain = row.getLong("in_chain");
        long position = row.getLong("position");
        var last = ends.getOrDefault(chain, new End(0, Chains.START));
        var hash = row.getString("hash");
        ends.put(chain, new End(position, hash));
        if (broken.containsKey(chain)) {
            return;
        }
        var entry = "第 %d 环（记录 %d）".formatted(position, row.getLong("entry_id"));
        if (position != last.position() + 1) {
            broken.put(
                    chain,
                    new Break(chain, "第 %d 环不见了，它后面是%s".formatted(last.position() + 1, entry)));
        } else if (row.getString("id") == null) {
            broken.put(chain, new Break(chain, entry + "的记录不见了：被删除"));
        } else {
            var expected =
                    chains.hash(
                            last.hash(),
                            chain,
                            position,
                            row.getLong("sealed"),
                            Chains.content(row));
            if (!expected.equals(hash)) {
                broken.put(
                        chain,
                        new Break(
                                chain,
                                "%s对不上：应为 %s，链上是 %s；记录现在是“%s %s %s”，被改动，或和别的记录对调"
                                        .formatted(
                                                entry,
                                                brief(expected),
                                                brief(hash),
                                                row.getString("actor"),
                                                row.getString("action"),
                                                row.getString("subject"))));
            }
        }
    }

    private Map<Long, Chain> heads(
            Map<Long, End> ends, Map<Long, Break> broken, List<Break> breaks) {
        var known = new TreeMap<Long, Chain>();
        jdbc.sql(
                        """
                        select h.chain, h.position, h.hash, coalesce(u.name, '国家级和未识别的登录') as name
                          from audit.head h
                          left join audit.unit u on u.id = h.chain
                        """)
                .query(row -> {
                    long chain = row.getLong("chain");
                    long position = row.getLong("position");
                    var hash = row.getString("hash");
                    known.put(chain, new Chain(row.getString("name"), position, brief(hash)));
                    var end = ends.getOrDefault(chain, new End(0, Chains.START));
                    if (!broken.containsKey(chain)
                            && (end.position() != position || !end.hash().equals(hash))) {
                        breaks.add(
                                new Break(
                                        chain,
                                        "链尾应为第 %d 环 %s，现在到第 %d 环 %s：末尾被删除或改动"
                                                .formatted(
                                                        position,
                                                        brief(hash),
                                                        end.position(),
                                                        brief(end.hash()))));
                    }
                });
        ends.keySet().stream()
                .filter(chain -> !known.containsKey(chain))
                .forEach(chain -> breaks.add(new Break(chain, "链尾的登记不见了：被删除")));
        return known;
    }

    /** The statement that writes an entry also puts it in line for its link. */
    private void strangers(List<Break> breaks) {
        jdbc.sql(
                        """
                        select e.id, e.chain, e.actor, e.action, e.subject
                          from audit.entry e
                         where not exists (select from audit.link l where l.entry_id = e.id)
                           and not exists (select from audit.pending p where p.entry_id = e.id)
                         order by e.id
                         limit 20
                        """)
                .query(row -> {
                    breaks.add(
                            new Break(
                                    row.getLong("chain"),
                                    "记录 %d（“%s %s %s”）不是平台写入的：应有它的一环，没有"
                                            .formatted(
                                                    row.getLong("id"),
                                                    row.getString("actor"),
                                                    row.getString("action"),
                                                    row.getString("subject"))));
                });
    }

    /**
     * Taken out before it had its link, or left without one for so long that somebody hinders it.
     */
    private void lost(List<Break> breaks) {
        jdbc.sql(
                        """
                        select p.entry_id, e.id is null as gone, coalesce(e.chain, 0) as chain
                          from audit.pending p
                          left join audit.entry e on e.id = p.entry_id
                         where e.id is null
                            or exists (select from audit.link l where l.sealed_at > p.since + interval '1 hour')
                         order by p.entry_id
                         limit 20
                        """)
                .query(row -> {
                    breaks.add(
                            new Break(
                                    row.getLong("chain"),
                                    "记录 %d %s"
                                            .formatted(
                                                    row.getLong("entry_id"),
                                                    row.getBoolean("gone")
                                                            ? "不见了：连入之前被删除"
                                                            : "一小时以上没有连入：应在几秒内连入")));
                });
    }

    /** As much of a hash as a person compares. */
    private static String brief(String hash) {
        return hash.substring(0, 16);
    }
}
