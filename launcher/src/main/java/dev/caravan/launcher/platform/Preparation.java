package dev.caravan.launcher.platform;

import dev.caravan.launcher.simulation.NameServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Files that the services read at their start: secrets, and where the simulated name servers are.
final class Preparation {

    private Preparation() {}

    /// One file for each secret, readable by its owner alone.
    static void credentials(Path folder, Map<String, String> secrets) throws IOException {
        Files.createDirectories(folder);
        for (var secret : secrets.entrySet()) {
            var file = folder.resolve(secret.getKey());
            if (!folder.equals(file.getParent())) {
                throw new IOException("A credential cannot be called " + secret.getKey());
            }
            Files.deleteIfExists(file);
            ownersOnly(file);
            Files.writeString(file, secret.getValue());
        }
    }

    private static void ownersOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /// @param simulator base address of the simulator, which plays Microsoft's hosts too
    static void configuration(Path folder, NameServers dns, String simulator) throws IOException {
        Files.createDirectories(folder);
        var servers = new TreeMap<>(dns.servers())
                .entrySet().stream()
                        .map(server ->
                                "caravan.dns.name-servers[%s]=%s\n".formatted(server.getKey(), server.getValue()))
                        .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("application.properties"),
                "caravan.dns.resolver=%s\n%s%s".formatted(dns.resolver(), servers, microsoft(simulator)));
    }

    private static String microsoft(String simulator) {
        return Map.of(
                        "login.microsoftonline.com", "/login",
                        "graph.microsoft.com", "/graph",
                        "outlook.office365.com", "/exchange")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(host -> "caravan.microsoft365.endpoints[%s]=%s%s\n"
                        .formatted(host.getKey(), simulator, host.getValue()))
                .collect(Collectors.joining());
    }
}
