package dev.caravan.launcher.process;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All child processes of one demo: started, supervised, listed in `processes.json`, and stopped together.
///
/// The first program started is the one that the others lean on (the broker), so it is stopped last.
public final class Fleet implements AutoCloseable {

    /// Enough for every process to end in good order.
    public static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final Path logs;
    private final Path list;
    private final boolean restarts;
    private final Duration stopMax;
    private final Consumer<String> say;
    private final List<Supervised> members = new CopyOnWriteArrayList<>();
    private final Map<String, Listed> listed = new TreeMap<>();
    private final List<Death> deaths = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Unusable> broken = new CompletableFuture<>();

    /// A line of `processes.json`.
    ///
    /// @param pid of the process that runs now
    /// @param starts 1 until the first restart
    /// @param command as it can be run by hand
    record Listed(String name, long pid, int starts, List<String> ports, List<String> command) {}

    /// A process that ended although nobody stopped it.
    ///
    /// @param status above 128: killed by the signal with that number less 128
    public record Death(String process, int status, boolean restarted) {}

    /// @param say hears one line for each thing that a person should know
    /// @param stopMax how long a process may take to end before it is killed
    public Fleet(Path data, boolean restarts, Duration stopMax, Consumer<String> say) {
        this.logs = directory(data.resolve("logs"));
        this.list = data.resolve("processes.json");
        this.restarts = restarts;
        this.stopMax = stopMax;
        this.say = say;
    }

    /// Starts a program; the answer completes when it is ready for the first time, or with an [Unusable].
    public CompletableFuture<Void> start(Program program) {
        var member = new Supervised(program, logs.resolve(program.name() + ".log"), restarts, new Noting());
        members.add(member);
        return member.start();
    }

    /// Whether every process started so far is ready.
    public boolean allUp() {
        return members.stream().allMatch(Supervised::up);
    }

    /// Processes that died and stay so.
    public List<String> lost() {
        return deaths.stream()
                .filter(death -> !death.restarted())
                .map(Death::process)
                .toList();
    }

    /// Completes when a process has been given up.
    public CompletableFuture<Unusable> broken() {
        return broken;
    }

    public List<Death> deaths() {
        return List.copyOf(deaths);
    }

    public List<ProcessHandle> running() {
        return members.stream()
                .map(Supervised::running)
                .filter(Objects::nonNull)
                .map(Process::toHandle)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /// Stops everything one after the other, which takes long and little memory.
    ///
    /// @param before hears the name of each process before it is stopped
    public void stopInTurn(Consumer<String> before) {
        for (var member : members.reversed()) {
            before.accept(member.program().name());
            member.stop();
            member.awaitEnd(stopMax);
        }
    }

    /// Stops everything; returns when nothing of it runs any more. A second call finds nothing to do.
    @Override
    public void close() {
        if (members.isEmpty()) {
            return;
        }
        var leaning = members.subList(1, members.size());
        leaning.forEach(Supervised::stop);
        leaning.forEach(member -> member.awaitEnd(stopMax));
        members.getFirst().stop();
        members.getFirst().awaitEnd(stopMax);
    }

    private final class Noting implements Supervised.Happenings {

        @Override
        public void started(Program program, Process process, int starts) {
            var ports = program.ports().stream().map(Port::toString).toList();
            write(new Listed(program.name(), process.pid(), starts, ports, program.command()));
        }

        @Override
        public void died(Program program, int status, boolean willRestart) {
            deaths.add(new Death(program.name(), status, willRestart));
            say.accept("%s %s; %s"
                    .formatted(
                            program.name(),
                            status > 128 ? "was killed (signal " + (status - 128) + ")" : "ended with status " + status,
                            willRestart ? "starting it again" : "it stays down (--no-restart)"));
        }

        @Override
        public void back(Program program) {
            say.accept(program.name() + " is back");
        }

        @Override
        public void givenUp(Program program, Unusable why) {
            broken.complete(why);
        }
    }

    private synchronized void write(Listed entry) {
        listed.put(entry.name(), entry);
        try {
            var draft = list.resolveSibling(list.getFileName() + ".draft");
            Files.writeString(
                    draft,
                    Web.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new ArrayList<>(listed.values())));
            Files.move(draft, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException failure) {
            throw new Unusable("The directory " + path + " cannot be made: " + failure.getMessage(), failure);
        }
    }
}
