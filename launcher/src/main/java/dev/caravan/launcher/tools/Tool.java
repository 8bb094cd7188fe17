package dev.caravan.launcher.tools;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.layout.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A main class of another module's jar.
public final class Tool {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final List<String> command;

    private Tool(List<String> command) {
        this.command = command;
    }

    static Tool simulator() {
        var installation = Installation.found();
        var command = new ArrayList<String>();
        command.add(installation.java().toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", installation.application("simulator").toString()));
        return new Tool(command);
    }

    /// The orchestrator's knowledge of runbooks, without Spring or Kafka.
    static Tool runbooks() {
        var installation = Installation.found();
        var command = new ArrayList<String>();
        command.add(installation.java().toString());
        command.addAll(FLAGS);
        command.addAll(List.of(
                "-cp",
                installation.application("orchestrator-service").toString(),
                "dev.caravan.orchestrator.cli.RunbookCli"));
        return new Tool(command);
    }

    /// Refuses a runbook that has errors, with all of them, before anything is started for it.
    public static void requireReadable(String runbook) throws InterruptedException {
        var linted = runbooks().quietly(List.of("lint", runbook));
        if (linted.status() != 0) {
            throw new Unusable("The runbook cannot be used.\n" + linted.said().strip());
        }
    }

    /// Writes a generated world into a folder.
    ///
    /// @param traps by kind, how many of each
    public static void writeWorld(long seed, int mailboxes, Map<String, Integer> traps, Path folder)
            throws InterruptedException {
        var arguments = new ArrayList<>(
                List.of("world", "--seed", Long.toString(seed), "--mailboxes", Integer.toString(mailboxes)));
        traps.forEach((kind, count) -> arguments.addAll(List.of("--trap", kind + "=" + count)));
        arguments.add(folder.toString());
        var written = simulator().quietly(arguments);
        if (written.status() != 0) {
            throw new Unusable("The world cannot be made.\n" + written.said().strip());
        }
    }

    private record Ended(int status, String said) {}

    private Ended quietly(List<String> arguments) throws InterruptedException {
        var line = new ArrayList<>(command);
        line.addAll(arguments);
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException failure) {
            throw new Unusable("A tool cannot be started: " + failure.getMessage(), failure);
        }
    }

    /// Runs it with this terminal and answers its status.
    int run(List<String> arguments) throws InterruptedException {
        var line = new ArrayList<>(command);
        line.addAll(arguments);
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new Unusable(
                    failure.getMessage() == null ? "no process can be started" : failure.getMessage(), failure);
        }
    }
}
