package dev.caravan.launcher.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What it takes to run one process of the demo, as often as need be.
///
/// @param name how people call it; also the name of its log
/// @param classPath the leash first; the JVM adds what the jars' manifests name
/// @param ports on 127.0.0.1; nothing else may listen there when it starts
/// @param ready tells that it does its work
public record Program(
        String name,
        Path java,
        List<Path> classPath,
        String mainClass,
        List<String> jvmFlags,
        List<String> arguments,
        List<Port> ports,
        Probe ready) {

    private static final String LEASH = "dev.caravan.launcher.leash.Leash";

    public Program {
        classPath = List.copyOf(classPath);
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
        ports = List.copyOf(ports);
    }

    public List<String> command() {
        var command = jvm();
        command.add(LEASH);
        command.add(mainClass);
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /// Starts the JVM alone with all that the program gives it, and ends at once: whether it accepts its flags.
    public List<String> trial() {
        var command = jvm();
        command.add("-version");
        return List.copyOf(command);
    }

    private List<String> jvm() {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
        return command;
    }

    public Program withJvmFlags(List<String> more) {
        var flags = new ArrayList<>(jvmFlags);
        flags.addAll(more);
        return new Program(name, java, classPath, mainClass, flags, arguments, ports, ready);
    }
}
