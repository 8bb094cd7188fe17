package dev.caravan.launcher.process;

import dev.caravan.launcher.Unusable;
import java.util.List;
import java.util.stream.Collectors;

/// Looks before anything is started whether every port is free, so that a taken one is named at once.
public final class Ports {

    private Ports() {}

    /// One message for all ports that are taken, naming who wants and, where it can be seen, who has them.
    public static void requireFree(List<Program> programs) {
        var taken = programs.stream()
                .flatMap(program -> program.ports().stream()
                        .filter(port -> !port.free())
                        .map(port ->
                                "%s, wanted by %s, is in use%s".formatted(port, program.name(), PortOwner.of(port))))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new Unusable(taken + "\n--ports BASE chooses others.");
        }
    }
}
