import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Schools that come when they come, whether or not those before them have been served: arrivals by chance (Poisson) at a given
 * rate, each taken by the school that has been idle longest. All on one thread.
 */
final class Crowd {

    static final String SAVE = "save";
    static final String PAGE = "form page";
    static final String SIGN_IN = "sign-in";
    static final String SUBMIT = "submit";
    private static final String AGAIN = "reload after a failure";

    private static final long SECOND = 1_000_000_000L;
    private static final int AT_THE_DOOR = 4;
    private static final int TRIES = 5;

    /** So many seconds' arrivals may wait; whoever comes then goes away. */
    private static final int PATIENT = 5;

    private record Due(String kind, long at) {}

    private record Trouble(long until, Filer filer) {}

    private static final class Arrivals {
        double perSecond;
        long next;
    }

    final List<Filer> filers = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    Timeline timeline;

    private final Wire wire;
    private final String password;
    private final Random chance = new Random(20201106);
    private final Map<String, Arrivals> arrivals = new LinkedHashMap<>();
    private final Deque<Due> due = new ArrayDeque<>();
    private final Deque<Filer> idle = new ArrayDeque<>();
    private final PriorityQueue<Trouble> troubled = new PriorityQueue<>((one, other) -> Long.compare(one.until, other.until));
    private Instant end = Instant.MAX;
    private boolean stays;
    private long lastGood;
    private long lastBad;
    private int complained;

    Crowd(String site, List<String> codes, String password) throws IOException {
        wire = new Wire(site);
        this.password = password;
        codes.forEach(code -> filers.add(new Filer(wire, site.replace("http://", ""), code)));
        timeline = new Timeline(System.nanoTime(), 3600);
    }

    /** Everybody signs in, takes back what is submitted, and writes the whole form once. */
    void prepare() throws IOException {
        var coming = new ArrayDeque<>(filers);
        var tries = new LinkedHashMap<Filer, Integer>();
        int[] inside = {0};
        while (idle.size() < filers.size()) {
            while (inside[0] < AT_THE_DOOR && !coming.isEmpty()) {
                var filer = coming.poll();
                inside[0]++;
                arrive(filer, () -> {
                    inside[0]--;
                    idle.add(filer);
                }, why -> {
                    inside[0]--;
                    if (tries.merge(filer, 1, Integer::sum) == TRIES) {
                        throw new IllegalStateException(filer.code + ": " + why);
                    }
                    coming.add(filer);
                });
            }
            wire.turn(50);
        }
    }

    private void arrive(Filer filer, Runnable then, Consumer<String> otherwise) throws IOException {
        filer.signIn(password, (in, _) -> {
            if (in.status() != 303) {
                otherwise.accept("sign-in: " + described(in));
                return;
            }
            open(filer, () -> filer.saveAll((saved, _) -> {
                if (saved.status() == 200) {
                    then.run();
                } else {
                    otherwise.accept("save: " + described(saved));
                }
            }), otherwise);
        });
    }

    /** Opens the form, taking back first what stands submitted. */
    private void open(Filer filer, Runnable then, Consumer<String> otherwise) {
        try {
            filer.load((page, _) -> {
                if (page.status() == 200) {
                    then.run();
                } else if (page.status() == 303 && page.location().endsWith("/school/preview")) {
                    read(filer, () -> filer.withdraw((back, _) -> {
                        if (back.status() == 303) {
                            open(filer, then, otherwise);
                        } else {
                            otherwise.accept("withdrawal: " + described(back));
                        }
                    }), otherwise);
                } else {
                    otherwise.accept("form page: " + described(page));
                }
            });
        } catch (IOException e) {
            otherwise.accept(e.getMessage());
        }
    }

    private void read(Filer filer, Runnable then, Consumer<String> otherwise) {
        try {
            filer.preview((page, _) -> {
                if (page.status() == 200) {
                    then.run();
                } else {
                    otherwise.accept("preview: " + described(page));
                }
            });
        } catch (IOException e) {
            otherwise.accept(e.getMessage());
        }
    }

    /** From this moment on nothing may be taken any more. */
    void ends(Instant at) {
        end = at;
    }

    /** From now on whoever submits leaves it at that. */
    void leaveSubmitted() {
        stays = true;
    }

    void come(String kind, double perSecond) {
        var stream = arrivals.computeIfAbsent(kind, _ -> new Arrivals());
        stream.perSecond = perSecond;
        stream.next = System.nanoTime() + gap(perSecond);
    }

    private long gap(double perSecond) {
        return perSecond == 0 ? Long.MAX_VALUE / 2 : (long) (-Math.log(1 - chance.nextDouble()) / perSecond * SECOND);
    }

    /** Until then, by {@link System#nanoTime}. */
    void run(long until) throws IOException {
        while (System.nanoTime() < until) {
            step(until);
        }
    }

    private void step(long until) throws IOException {
        long now = System.nanoTime();
        arrivals.forEach((kind, stream) -> {
            while (stream.next <= now && stream.next < until) {
                due.add(new Due(kind, stream.next));
                timeline.offered(kind, stream.next);
                stream.next += gap(stream.perSecond);
            }
        });
        double all = arrivals.values().stream().mapToDouble(stream -> stream.perSecond).sum();
        while (due.size() > PATIENT * Math.max(1, all)) {
            var gone = due.poll();
            timeline.failed(gone.kind, gone.at, "gone away unserved");
        }
        while (!troubled.isEmpty() && troubled.peek().until <= now) {
            mend(troubled.poll().filer);
        }
        while (!due.isEmpty() && !idle.isEmpty()) {
            serve(due.poll(), idle.poll());
        }
        wire.turn(1);
    }

    /** No more arrivals; whatever is under way is waited for, some of it in vain. */
    void drain() throws IOException {
        arrivals.clear();
        due.forEach(gone -> timeline.failed(gone.kind, gone.at, "gone away unserved"));
        due.clear();
        long patience = System.nanoTime() + 70 * SECOND;
        while (wire.underWay() > 0 && System.nanoTime() < patience) {
            wire.turn(20);
        }
    }

    /** Waits so that connections which the other side has closed are noticed. */
    void rest(long millis) throws IOException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            wire.turn(20);
        }
    }

    private void serve(Due what, Filer filer) throws IOException {
        switch (what.kind) {
            case SAVE -> filer.save((answer, sent) -> judge(what, filer, answer, sent, answer.status() == 200));
            case PAGE -> filer.load((answer, _) -> judge(what, filer, answer, null, answer.status() == 200));
            case SIGN_IN -> filer.signIn(password, (answer, _) -> judge(what, filer, answer, null, answer.status() == 303));
            case SUBMIT -> filer.submit((answer, sent) -> {
                if (answer.status() == 303) {
                    acknowledged(what, sent);
                    afterSubmit(filer);
                } else {
                    judge(what, filer, answer, sent, false);
                }
            });
            default -> throw new IllegalArgumentException(what.kind);
        }
    }

    /** The receipt is read; then the form is taken back for the next, unless it is to stay. */
    private void afterSubmit(Filer filer) {
        read(filer, () -> {
            if (!stays) {
                open(filer, () -> idle.add(filer), why -> trouble(filer, 1));
            }
        }, why -> trouble(filer, 1));
    }

    private void judge(Due what, Filer filer, Wire.Answer answer, Instant sent, boolean good) {
        if (good) {
            acknowledged(what, sent);
            idle.add(filer);
        } else if (answer.status() == 409 && answer.text().contains("截止")) {
            if (Instant.now().isBefore(end)) {
                complain(what.kind + " refused before the end");
            }
            timeline.refused(what.kind, what.at);
            idle.add(filer);
        } else {
            timeline.failed(what.kind, what.at, described(answer));
            trouble(filer, 1);
        }
    }

    private void acknowledged(Due what, Instant sent) {
        lastGood = System.nanoTime();
        timeline.done(what.kind, what.at);
        if (sent != null && !sent.isBefore(end)) {
            complain(what.kind + " taken that was sent " + (sent.toEpochMilli() - end.toEpochMilli()) + " ms after the end");
        }
    }

    private void trouble(Filer filer, int seconds) {
        troubled.add(new Trouble(System.nanoTime() + seconds * SECOND, filer));
    }

    /** As the page does: it comes again a little later, and starts from what is stored. */
    private void mend(Filer filer) {
        long now = System.nanoTime();
        if (!Instant.now().isBefore(end) && filer.standing == Filer.Standing.SUBMITTED) {
            return;
        }
        timeline.offered(AGAIN, now);
        open(filer, () -> {
            timeline.done(AGAIN, now);
            idle.add(filer);
        }, why -> {
            timeline.failed(AGAIN, now, why);
            trouble(filer, 2);
        });
    }

    /** In a word; what a person could not make sense of is complained about. */
    private String described(Wire.Answer answer) {
        lastBad = System.nanoTime();
        if (answer.status() == 0) {
            return answer.lost();
        }
        var text = answer.text();
        if (answer.status() >= 400) {
            boolean plain = text.matches("(?s).*[\\u4e00-\\u9fff].*") && !text.matches("(?s).*(Exception|\\tat |SQLSTATE|org\\.|java\\.).*");
            if (!plain) {
                complain("unclear answer " + answer.status() + ": " + text.substring(0, Math.min(300, text.length())));
            }
            if (answer.status() == 500) {
                complain("a fault (500): " + text.replaceAll("(?s).*编号\\s*([0-9A-F]{6}).*", "$1"));
            }
        }
        return String.valueOf(answer.status());
    }

    /** How long after this moment, by {@link System#nanoTime}, something still failed, in seconds; none where nothing has been good since. */
    OptionalDouble mendedAfter(long moment) {
        return lastGood > Math.max(moment, lastBad) ? OptionalDouble.of(Math.max(0, (lastBad - moment) / 1e9)) : OptionalDouble.empty();
    }

    private void complain(String what) {
        if (complained++ < 20) {
            complaints.add(what);
        }
    }
}
