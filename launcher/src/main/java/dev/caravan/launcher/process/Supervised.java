package dev.caravan.launcher.process;

import dev.caravan.launcher.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One program, kept running until it is stopped: a process that was killed or died is started again, with growing
/// pauses, until too many starts in a row have come to nothing.
final class Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);

    private static final Duration READY_WITHIN_MAX = Duration.ofSeconds(180);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PAUSE_FIRST = Duration.ofMillis(200);
    private static final int FAILED_STARTS_MAX = 4;
    private static final int LOG_LINES_MAX = 400;

    private final Program program;
    private final Path log;
    private final Happenings happenings;
    private final boolean restarts;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();

    private volatile boolean up;
    private volatile boolean stopping;
    private @Nullable Process process;
    private int starts;

    /// What the rest of the launcher hears of a process, besides its readiness.
    interface Happenings {
        void started(Program program, Process process, int starts);

        void died(Program program, int status, boolean willRestart);

        void back(Program program);

        void givenUp(Program program, Unusable why);
    }

    Supervised(Program program, Path log, boolean restarts, Happenings happenings) {
        this.program = program;
        this.log = log;
        this.restarts = restarts;
        this.happenings = happenings;
    }

    Program program() {
        return program;
    }

    boolean up() {
        return up;
    }

    CompletableFuture<Void> start() {
        Thread.ofVirtual().name("supervise-" + program.name()).start(this::supervise);
        return firstReady;
    }

    /// Asks the process to end; it is not started again.
    synchronized void stop() {
        stopping = true;
        up = false;
        if (process != null) {
            process.destroy();
        }
    }

    /// Waits for the end of the process and kills it when it takes longer than it may.
    void awaitEnd(Duration max) {
        var last = running();
        if (last == null) {
            return;
        }
        try {
            if (!last.waitFor(max.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().addKeyValue("process", program.name()).log("did not stop in time and is killed");
                last.descendants().forEach(ProcessHandle::destroyForcibly);
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    synchronized @Nullable Process running() {
        return process;
    }

    private void supervise() {
        try {
            keepRunning();
        } catch (IOException cannotStart) {
            giveUp(cannotStart.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepRunning() throws IOException, InterruptedException {
        var failedStarts = 0;
        while (true) {
            var started = launch();
            if (started == null) {
                return;
            }
            if (becomesReady(started)) {
                failedStarts = 0;
                nowUp();
                started.waitFor();
                up = false;
            } else {
                failedStarts++;
            }
            // Whoever ends the whole process group ends the launcher, too, a moment later.
            Thread.sleep(PAUSE_FIRST.multipliedBy(1L << failedStarts));
            if (stopping || !goesOn(started.exitValue(), failedStarts)) {
                return;
            }
        }
    }

    /// A process that never worked and was not killed will not work the next time either; one that was killed and may
    /// not be started again will not, too, and whoever waits for it has to hear so.
    private boolean goesOn(int status, int failedStarts) throws IOException {
        var killed = status > 128;
        if (!firstReady.isDone() && !killed) {
            giveUp(LogCause.of(lastLines()));
            return false;
        }
        if (!firstReady.isDone() && !restarts) {
            giveUp("it was killed (signal " + (status - 128) + ") before it was ready");
            return false;
        }
        if (failedStarts >= FAILED_STARTS_MAX) {
            giveUp("it ended " + failedStarts + " times in a row before it was ready: " + LogCause.of(lastLines()));
            return false;
        }
        happenings.died(program, status, restarts);
        return restarts;
    }

    private synchronized @Nullable Process launch() throws IOException {
        if (stopping) {
            return null;
        }
        var builder = new ProcessBuilder(program.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        starts++;
        happenings.started(program, process, starts);
        return process;
    }

    private boolean becomesReady(Process started) throws InterruptedException {
        var until = System.nanoTime() + READY_WITHIN_MAX.toNanos();
        while (started.isAlive() && System.nanoTime() < until) {
            if (looksReady()) {
                return true;
            }
            started.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (started.isAlive() && !stopping) {
            LOG.atWarn().addKeyValue("process", program.name()).log("is not ready in time and is killed");
            started.destroyForcibly();
        }
        started.waitFor();
        return false;
    }

    private boolean looksReady() {
        try {
            return program.ready().ready();
        } catch (IOException notYet) {
            LOG.atTrace()
                    .addKeyValue("process", program.name())
                    .setCause(notYet)
                    .log("not ready yet");
            return false;
        }
    }

    private void nowUp() {
        up = true;
        if (!firstReady.complete(null)) {
            happenings.back(program);
        }
    }

    private void giveUp(@Nullable String cause) {
        var why = new Unusable(program.name() + " cannot run: " + cause + "\n(its log: " + log + ")");
        happenings.givenUp(program, why);
        firstReady.completeExceptionally(why);
    }

    private List<String> lastLines() throws IOException {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - LOG_LINES_MAX), all.size());
        }
    }
}
