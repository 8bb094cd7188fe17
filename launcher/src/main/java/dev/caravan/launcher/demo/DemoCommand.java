package dev.caravan.launcher.demo;

import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.terminal.Terminal;
import dev.caravan.launcher.tools.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `caravan demo`
@Command(
        name = "demo",
        description = {
            "Runs a runbook against simulated worlds on a simulated clock.",
            "Starts a Kafka broker, a schema registry, the simulator and the five services, each a process of its own, "
                    + "creates one run for each world, answers its gates and tasks in place of people, skips the waiting, "
                    + "and ends with a summary and a check of what has become of the worlds.",
            ""
        },
        footer = {
            "",
            "Exit status 0: every run reached the state asked for, nothing failed or was skipped, no task was answered "
                    + "without evidence, and the dump differs from the loaded worlds only where the ledger says so. "
                    + "1: not so. 2: it could not be tried (a port in use, a broken world or runbook, a bad option)."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final String DEFAULT_RUNBOOK = "tenant-to-tenant";

    @Option(
            names = "--world",
            paramLabel = "DIR",
            description = "A world to load; repeated: one run each, all at once in one simulator. "
                    + "Default: the sample fabrikam-to-contoso.")
    private List<Path> worlds = new ArrayList<>();

    @Option(
            names = "--runbook",
            paramLabel = "NAME|FILE",
            defaultValue = DEFAULT_RUNBOOK,
            description = "A runbook that ships, by its name, or a file. Default: ${DEFAULT-VALUE}.")
    private String runbook = DEFAULT_RUNBOOK;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            defaultValue = "2026-11-20T08:00:00Z",
            description = "Where the simulated clock begins, as ${DEFAULT-VALUE} (the default). T0 is the first Friday "
                    + "20:00 in the customer's zone at least 14 days later.")
    private Instant start = Instant.EPOCH;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "60",
            description = "Simulated seconds per second while work is in flight; waiting is skipped. "
                    + "Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(names = "--exit", description = "Stop when every run has ended. Otherwise all stays up until Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--dump",
            paramLabel = "DIR",
            description =
                    "Where the simulator writes the final state of its worlds, with calls.jsonl and messages.jsonl.")
    private @Nullable Path dump;

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write the outcome as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--back-out-at",
            paramLabel = "STEP",
            description = "Back the runs out when this step has finished, to the end: a step's id, or a number of the "
                    + "guide (1 to 96), meaning the last step that covers it.")
    private @Nullable String backOutAt;

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            defaultValue = "29000",
            description = "First of 13 ports on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
    private int ports;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the processes keep topics, schemas, state and logs: an empty or new directory, or one "
                    + "that an earlier demo left. Default: .caravan/demo-BASE in the project.")
    private @Nullable Path data;

    @Option(
            names = "--keep",
            description = "Leave that directory as it is at the end. It is always left when the demo fails.")
    private boolean keep;

    @Option(
            names = "--no-restart",
            description =
                    "Leave a process down that died, instead of starting it again. With --exit that ends the demo.")
    private boolean noRestart;

    @Option(
            names = "--fault",
            paramLabel = "WORLD:KIND[:NAME=VALUE…]",
            converter = FaultWishConverter.class,
            description = "Something that the simulator shall get wrong in one world from the start, as "
                    + "fabrikam-to-contoso:dns-refuse or …:tenant-throttle:percent=5:retryAfterSeconds=2.5; may be repeated. "
                    + "docs/simulator.md lists them.")
    private List<FaultWish> faults = new ArrayList<>();

    @Option(
            names = "--decide",
            paramLabel = "DECISION=ANSWER",
            description = "What the people of the runs decide when these are created, as removeCreated=false; may be "
                    + "repeated. Everything else is decided as the runbook says by default.")
    private Map<String, String> decisions = new TreeMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var options = options();
        if (!options.runbook().equals(DEFAULT_RUNBOOK)) {
            Tool.requireReadable(options.runbook());
        }
        var installation = Installation.found();
        var terminal = Terminal.standard();
        var directory =
                DataDirectory.fresh(options.data().orElse(installation.data().resolve("demo-" + options.ports())));
        System.setProperty(
                "caravan.log.file",
                directory.path().resolve("logs/launcher.log").toString());
        System.setProperty("caravan.log.level", "WARN");
        var status = 2;
        try (var fleet = new Fleet(directory.path(), options.restart(), Fleet.STOP_MAX, terminal::line)) {
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop-all"));
            status = new Demo(options, installation, directory, fleet, terminal).run();
        }
        if (status == 0 && !options.keep()) {
            directory.delete();
        }
        return status;
    }

    DemoOptions options() {
        return new DemoOptions(
                worlds,
                runbook,
                start,
                speed,
                exit,
                Optional.ofNullable(dump),
                Optional.ofNullable(report),
                Optional.ofNullable(backOutAt),
                ports,
                Optional.ofNullable(data),
                keep,
                !noRestart,
                faults,
                decisions);
    }
}
