package org.chengjie;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Wall;

/** People who act at the same moment, each in a thread and a transaction of their own. */
public final class AtOnce {

    private AtOnce() {}

    /** What became of each, in the order given: its answer, or the words of its refusal. */
    public static List<Object> of(Callable<Object> one, Callable<Object> other) throws Exception {
        return of(List.of(one, other));
    }

    public static List<Object> of(List<Callable<Object>> deeds) throws Exception {
        var ready = new CountDownLatch(deeds.size());
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            var futures = new ArrayList<Future<Object>>();
            for (var deed : deeds) {
                futures.add(
                        threads.submit(() -> {
                            ready.countDown();
                            ready.await();
                            try (var _ = Wall.open()) {
                                return deed.call();
                            }
                        }));
            }
            var answers = new ArrayList<Object>();
            for (var future : futures) {
                answers.add(answer(future));
            }
            return answers;
        }
    }

    /** An answer, or the words of a refusal; whatever else was thrown is thrown on. */
    public static Object answer(Future<? extends Object> future) throws Exception {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof Refusal refused) {
                return refused.words();
            }
            throw thrown;
        }
    }
}
