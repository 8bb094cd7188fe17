package dev.caravan.launcher.demo;

import dev.caravan.launcher.Unusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The folders of the worlds that a demo loads.
final class Worlds {

    private Worlds() {}

    /// What was asked for, or the sample that ships beside the simulator.
    static List<Path> folders(List<Path> asked, Path sample) {
        if (asked.isEmpty()) {
            return List.of(sample);
        }
        var names = new HashSet<Path>();
        for (var world : asked) {
            if (!Files.isDirectory(world)) {
                throw new Unusable("The world " + world + " is not a folder.");
            }
            if (!names.add(world.toAbsolutePath().normalize().getFileName())) {
                throw new Unusable("Two worlds are called " + world.getFileName() + "; a world's folder is its name.");
            }
        }
        return asked.stream().map(world -> world.toAbsolutePath().normalize()).toList();
    }

    /// The simulator's arguments that load them.
    static List<String> arguments(List<Path> folders, Instant start, double speed) {
        var arguments = new ArrayList<String>();
        folders.forEach(world -> arguments.addAll(List.of("--world", world.toString())));
        arguments.addAll(List.of("--start", start.toString(), "--speed", Double.toString(speed)));
        return arguments;
    }
}
