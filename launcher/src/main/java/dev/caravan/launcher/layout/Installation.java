package dev.caravan.launcher.layout;

import dev.caravan.launcher.Unusable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The built tree: `<home>/<module>/target/app/<module>.jar` beside its libraries, and the unpacked registry.
///
/// @param home the folder that holds `caravan`, the root script
/// @param java the JDK's `java` that runs this process, because the machine's default may be an older one
public record Installation(Path home, Path java) {

    /// The tree that this class was loaded from, or the one named by the system property `caravan.home`.
    public static Installation found() {
        var named = System.getProperty("caravan.home");
        var home = named == null ? aboveThisJar() : Path.of(named);
        return new Installation(
                home.toAbsolutePath().normalize(), Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    public Path application(String module) {
        return built(home.resolve(module).resolve("target/app").resolve(module + ".jar"));
    }

    /// The world that ships.
    public Path sampleWorld() {
        return built(home.resolve("simulator/target/app/worlds/fabrikam-to-contoso"));
    }

    /// The jar with the one class that every child starts with.
    public Path leash() {
        return built(home.resolve("launcher/target/app/launcher-leash.jar"));
    }

    public Path registry() {
        return built(home.resolve("launcher/target/registry/quarkus-run.jar"));
    }

    /// Start-up caches of the child processes; made by `caravan build`, good for exactly these jars.
    public Path caches() {
        return home.resolve(".caravan/aot");
    }

    /// Where demos keep their data unless told otherwise.
    public Path data() {
        return home.resolve(".caravan");
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new Unusable(file + " is missing: ./caravan build makes it.");
        }
        return file;
    }

    private static Path aboveThisJar() {
        try {
            var place = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return place.resolve(Files.isDirectory(place) ? "../../.." : "../../../..");
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
