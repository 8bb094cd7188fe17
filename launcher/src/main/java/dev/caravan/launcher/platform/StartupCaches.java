package dev.caravan.launcher.platform;

import dev.caravan.launcher.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Ahead-of-time caches of the JVM (JEP 483, 514): recorded once by a training run, they halve the start of a process.
///
/// A cache is good for exactly the jars, flags and JDK that it was recorded with; its name carries a digest of them, so
/// that a newer build never meets an older cache. It gets that name only after a JVM has accepted it: one that was cut
/// short by a full disk or a kill is never used.
public final class StartupCaches {

    private static final int DIGEST_LENGTH = 16;

    private final Path folder;

    public StartupCaches(Path folder) {
        this.folder = folder;
    }

    public boolean has(Program program) {
        return Files.exists(file(program));
    }

    /// The program with its cache, or as it is when there is none.
    public Program using(Program program) {
        return has(program) ? program.withJvmFlags(List.of("-XX:AOTCache=" + file(program))) : program;
    }

    /// The program such that it leaves a draft of a cache behind when it ends in good order; caches of older builds go.
    public Program recordingAnew(Program program) {
        try {
            Files.createDirectories(folder);
            forgetOlder(program);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return program.withJvmFlags(List.of("-XX:AOTCacheOutput=" + draft(program)));
    }

    /// Makes the draft of a program's cache the cache, if a JVM accepts it; else the draft goes, and the program starts
    /// as if nothing had been recorded.
    ///
    /// @return whether the program has a cache now
    public boolean adopt(Program program) throws IOException, InterruptedException {
        var draft = draft(program);
        var accepted = Files.exists(draft) && accepts(program, draft);
        if (accepted) {
            Files.move(draft, file(program), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(draft);
        }
        return accepted;
    }

    /// `AOTMode=on` makes a JVM refuse to start without its cache.
    private static boolean accepts(Program program, Path draft) throws IOException, InterruptedException {
        var strict = program.withJvmFlags(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + draft));
        return new ProcessBuilder(strict.trial())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private void forgetOlder(Program program) throws IOException {
        try (var files = Files.list(folder)) {
            for (var old : files.filter(file -> file.getFileName().toString().startsWith(program.name() + "-"))
                    .toList()) {
                Files.delete(old);
            }
        }
    }

    private Path draft(Program program) {
        return file(program).resolveSibling(file(program).getFileName() + ".draft");
    }

    private Path file(Program program) {
        return folder.resolve(program.name() + "-" + digest(program) + ".aot");
    }

    private static String digest(Program program) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(program.java().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(System.getProperty("java.runtime.version").getBytes(StandardCharsets.UTF_8));
            program.jvmFlags().stream()
                    .filter(flag -> flag.startsWith("-X"))
                    .forEach(flag -> digest.update(flag.getBytes(StandardCharsets.UTF_8)));
            for (var jar : program.classPath()) {
                digest.update(stamps(jar).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Sizes and times of a jar and of the libraries beside it.
    private static String stamps(Path jar) {
        try (var files = Stream.concat(Stream.of(jar), libraries(jar))) {
            var text = new StringBuilder();
            for (var file : files.sorted().toList()) {
                text.append(file)
                        .append(Files.size(file))
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> libraries(Path jar) throws IOException {
        var folder = jar.resolveSibling("lib");
        return Files.isDirectory(folder) ? Files.walk(folder).filter(Files::isRegularFile) : Stream.of();
    }
}
