package dev.caravan.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Resident memory of processes, as the operating system counts it.
public final class Memory {

    private static final String RESIDENT = "VmRSS:";

    private Memory() {}

    /// Mebibytes of all of them; 0 where the system does not tell.
    public static long mebibytes(List<ProcessHandle> processes) {
        var kibibytes = Files.isDirectory(Path.of("/proc/self"))
                ? processes.stream().mapToLong(Memory::fromProc).sum()
                : fromPs(processes);
        return kibibytes / 1024;
    }

    private static long fromProc(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(
                            line.substring(RESIDENT.length()).replace("kB", "").strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static long fromPs(List<ProcessHandle> processes) {
        var ids =
                processes.stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(","));
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", ids).start();
            var said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.lines()
                    .filter(line -> !line.isBlank())
                    .mapToLong(line -> Long.parseLong(line.strip()))
                    .sum();
        } catch (IOException noPs) {
            return 0;
        }
    }
}
