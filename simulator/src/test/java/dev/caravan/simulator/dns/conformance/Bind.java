package dev.caravan.simulator.dns.conformance;

import dev.caravan.ports.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;

/// BIND with one zone, as the reference: as its primary, or following another server.
final class Bind implements AutoCloseable {

    private static final String CONFIGURATION = """
            options {
              directory "%1$s"; pid-file none; session-keyfile none; lock-file none;
              listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
              recursion no; notify no; dnssec-validation no; minimal-responses yes; minimal-any yes; max-ixfr-ratio unlimited;
              allow-transfer { key "%3$s"; };
            };
            controls { };
            key "%3$s" { algorithm hmac-sha256; secret "%4$s"; };
            zone "%5$s" { %6$s };
            """;
    private static final String PRIMARY = "type primary; file \"zone\"; allow-update { key \"%s\"; };";
    private static final String FOLLOWING =
            "type secondary; file \"zone\"; min-refresh-time 1; primaries { 127.0.0.1 port %d key \"%s\"; };";

    private final Process process;
    private final int port;

    private Bind(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Bind start(Path folder, String zone, String text, String keyName, byte[] secret) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("zone"), text);
        return start(folder, zone, keyName, secret, PRIMARY.formatted(keyName));
    }

    static Bind following(Path folder, String zone, int primary, String keyName, byte[] secret) throws IOException {
        Files.createDirectories(folder);
        return start(folder, zone, keyName, secret, FOLLOWING.formatted(primary, keyName));
    }

    private static Bind start(Path folder, String zone, String keyName, byte[] secret, String role) throws IOException {
        int port = FreePort.find();
        String secretText = Base64.getEncoder().encodeToString(secret);
        Path configuration = folder.resolve("named.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(folder, port, keyName, secretText, zone, role));
        Process process = Shell.command("named", "-g", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Bind bind = new Bind(process, port);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Shell.run("", "dig", "@127.0.0.1", "-p", "" + port, "+time=1", "+tries=1", zone, "SOA")
                        .contains("status: NOERROR"));
        return bind;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
