package dev.caravan.simulator.dns.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Runs programs of the system.
final class Shell {

    private Shell() {}

    /// Runs a program with this input.
    ///
    /// @return all that it wrote, with its exit status at the end
    static String run(String input, String program, String... arguments) {
        try {
            Process process =
                    command(program, arguments).redirectErrorStream(true).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output + "exit " + process.waitFor() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static ProcessBuilder command(String program, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(ProgramsPresent.find(program).orElseThrow().toString());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line);
    }
}
