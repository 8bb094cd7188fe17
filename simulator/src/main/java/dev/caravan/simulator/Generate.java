package dev.caravan.simulator;

import dev.caravan.simulator.dns.ZoneFileRules;
import dev.caravan.simulator.generator.TrapKind;
import dev.caravan.simulator.generator.Traps;
import dev.caravan.simulator.generator.WorldGenerator;
import dev.caravan.simulator.world.Reading;
import dev.caravan.simulator.world.WorldReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "world",
        description = "Writes a world: the same seed, size and traps give the same bytes.",
        mixinStandardHelpOptions = true)
final class Generate implements Callable<Integer> {

    private static final String LIST = "list";

    @CommandLine.Option(names = "--seed", description = "What everything is drawn by (default: 1)")
    private long seed = 1;

    @CommandLine.Option(names = "--mailboxes", description = "Mailboxes of the source, of every type (default: 60)")
    private int mailboxes = 60;

    @CommandLine.Option(
            names = "--trap",
            paramLabel = "KIND=COUNT",
            description = "How many of a trap there are; may be repeated. --trap list shows them all")
    private List<String> traps = List.of();

    @CommandLine.Parameters(arity = "0..1", paramLabel = "DIR", description = "The world's folder, new or empty")
    private @Nullable Path directory;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (traps.contains(LIST)) {
            list(out);
            return CommandLine.ExitCode.OK;
        }
        Path folder = folder();
        SortedMap<String, byte[]> files = WorldGenerator.generate(seed, fitted(wished()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, file.getValue());
        }
        if (new WorldReader(new ZoneFileRules()).read(List.of(folder)) instanceof Reading.Broken broken) {
            throw new IllegalStateException("the generated world is broken:\n" + broken.text());
        }
        out.println(folder + ": " + mailboxes + " mailboxes, " + files.size() + " files");
        return CommandLine.ExitCode.OK;
    }

    private Path folder() throws IOException {
        if (directory == null) {
            throw wrong("the folder to write the world into is missing");
        }
        if (Files.exists(directory)) {
            if (!Files.isDirectory(directory)) {
                throw wrong(directory + " is not a folder");
            }
            try (Stream<Path> files = Files.list(directory)) {
                if (files.findAny().isPresent()) {
                    throw wrong(directory + " is not empty; nothing is written over");
                }
            }
        }
        return directory;
    }

    private Map<TrapKind, Integer> wished() {
        Map<TrapKind, Integer> wished = new EnumMap<>(TrapKind.class);
        for (String trap : traps) {
            int equals = trap.indexOf('=');
            String name = equals < 0 ? trap : trap.substring(0, equals);
            TrapKind kind = TrapKind.named(name)
                    .orElseThrow(() -> wrong("no trap is called " + name + "; --trap list shows them all"));
            try {
                wished.put(kind, Integer.parseInt(trap.substring(equals + 1)));
            } catch (NumberFormatException e) {
                throw wrong("--trap " + trap + ": KIND=COUNT is expected, such as clash=3");
            }
        }
        return wished;
    }

    private Traps fitted(Map<TrapKind, Integer> wished) {
        try {
            return new Traps(mailboxes, wished);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void list(PrintWriter out) {
        Traps usual = fitted(Map.of());
        out.println("Traps, and how many of each a world of " + mailboxes + " mailboxes has by default:");
        for (TrapKind kind : TrapKind.values()) {
            out.printf("  %-21s %4d  %s%n", kind.option(), usual.count(kind), kind.meaning());
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
