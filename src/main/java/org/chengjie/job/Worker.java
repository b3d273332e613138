package org.chengjie.job;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Wall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Runs what was asked for, two at a time, so that imports and exports queue and those who save are
 * not kept waiting (spec X5). What an earlier process left unfinished is taken up again.
 */
@Component
public class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int AT_ONCE = 2;

    private final Jobs jobs;
    private final Map<String, Work> works;
    private final DataSource connections;
    private final Set<Long> mine = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    Worker(Jobs jobs, List<Work> works, DataSource connections) {
        this.jobs = jobs;
        this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        this.connections = connections;
    }

    @Scheduled(fixedDelayString = "PT0.3S")
    void look() {
        if (!running || mine.size() >= AT_ONCE) {
            return;
        }
        for (var id : Wall.across(jobs::unfinished)) {
            if (mine.size() < AT_ONCE && mine.add(id)) {
                threads.execute(() -> runAlone(id));
            }
        }
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void sweep() {
        try (var _ = Wall.open()) {
            jobs.sweep();
        }
    }

    /** The lock goes with its connection, so a process that died holds nothing. */
    private void runAlone(long id) {
        try (var _ = Wall.open();
                var connection = connections.getConnection()) {
            if (locked(connection, "select pg_try_advisory_lock(20201106, ?)", id)) {
                try {
                    run(id);
                } finally {
                    locked(connection, "select pg_advisory_unlock(20201106, ?)", id);
                }
            }
        } catch (SQLException | DataAccessResourceFailureException away) {
            LOG.warn("Job {} waits for the database: {}", id, away.getMessage());
        } finally {
            mine.remove(id);
        }
    }

    /** Runs a job to its end, here and now; the tests of a {@link Work} call it, too. */
    public void run(long id) {
        jobs.take(id).ifPresent(taken -> run(id, taken));
    }

    private void run(long id, Jobs.Taken taken) {
        var work = works.get(taken.kind());
        if (work == null) {
            jobs.finish(id, State.FAILED, "这项办理已经不再提供。");
            return;
        }
        try (var _ = Wall.around(taken.progress().by().reach())) {
            work.run(taken.progress());
            jobs.finish(id, State.DONE, null);
        } catch (Progress.Ended ended) {
            // Told to by a person, or the product is being stopped: then it goes on at the next
            // start.
            if (jobs.stopAsked(id)) {
                jobs.finish(id, State.STOPPED, null);
            }
        } catch (Refusal refused) {
            jobs.finish(id, State.FAILED, refused.words());
        } catch (DataAccessResourceFailureException
                | CannotCreateTransactionException
                | TransactionSystemException away) {
            throw new DataAccessResourceFailureException("away", away);
        } catch (Exception fault) {
            var reference = reference();
            LOG.error("Fault {} in job {}", reference, id, fault);
            jobs.finish(id, State.FAILED, "平台出了问题，已记录（编号 " + reference + "）。请稍后重新办理。");
        }
    }

    private static boolean locked(Connection connection, String sql, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, Math.toIntExact(id));
            var answer = statement.executeQuery();
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static String reference() {
        var bytes = new byte[3];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public void start() {
        threads = Executors.newFixedThreadPool(AT_ONCE);
        running = true;
    }

    /** Work under way is interrupted, and goes on at the next start. */
    @Override
    public void stop() {
        running = false;
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
