package dev.caravan.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names the process that has a port, where the operating system shows it (Linux, processes of the same user).
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;

    private PortOwner() {}

    /// ` by process 4711 (java …)`, or nothing.
    static String of(Port port) {
        try {
            var sockets = sockets(port);
            return sockets.isEmpty() ? "" : owner(sockets).map(PortOwner::named).orElse("");
        } catch (IOException hidden) {
            return "";
        }
    }

    private static String named(ProcessHandle process) {
        var command = process.info().commandLine().or(() -> process.info().command());
        return " by process " + process.pid()
                + command.map(line -> " (" + shortened(line) + ")").orElse("");
    }

    private static String shortened(String line) {
        return line.length() <= 100 ? line : line.substring(0, 97) + "…";
    }

    /// The kernel's socket numbers of the port, from `/proc/net`.
    private static Set<String> sockets(Port port) throws IOException {
        var transport = port.transport().name().toLowerCase(Locale.ROOT);
        var suffix = ":%04X".formatted(port.number());
        var found = Stream.<String>of();
        for (var table : new String[] {transport, transport + "6"}) {
            var file = PROC.resolve("net").resolve(table);
            if (Files.exists(file)) {
                var rows = Files.readAllLines(file).stream()
                        .map(row -> row.strip().split("\\s+"))
                        .filter(row -> row.length > INODE && row[LOCAL_ADDRESS].endsWith(suffix))
                        .map(row -> "socket:[" + row[INODE] + "]");
                found = Stream.concat(found, rows);
            }
        }
        return found.filter(name -> !name.equals("socket:[0]")).collect(Collectors.toSet());
    }

    private static Optional<ProcessHandle> owner(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOneOf(process.pid(), sockets))
                .findFirst();
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (var open = Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            return open.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException | SecurityException notOurs) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
