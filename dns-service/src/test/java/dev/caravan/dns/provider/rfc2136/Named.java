package dev.caravan.dns.provider.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.dns.wire.DnsSettings;
import dev.caravan.ports.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// BIND 9 as the only server of one zone, on loopback, until it is closed.
final class Named implements AutoCloseable {

    static final String PROGRAM = "/usr/sbin/named";
    static final String KEY_NAME = "caravan-test.";
    static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final Process process;
    private final int port;

    private Named(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Named serving(String zone, String zoneFile, Path folder) throws IOException {
        int port = FreePort.find();
        Files.writeString(folder.resolve("zone"), zoneFile);
        Files.writeString(
                folder.resolve("named.conf"), """
                key "%s" { algorithm hmac-sha256; secret "%s"; };
                options {
                  directory "%s"; pid-file none; recursion no; dnssec-validation no;
                  listen-on port %d { 127.0.0.1; }; listen-on-v6 { none; };
                };
                controls { };
                zone "%s" { type primary; file "zone"; allow-update { key "%s"; }; allow-transfer { key "%s"; }; };
                """.formatted(KEY_NAME, SECRET, folder, port, zone, KEY_NAME, KEY_NAME));
        Process process = new ProcessBuilder(
                        PROGRAM, "-g", "-c", folder.resolve("named.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Named named = new Named(process, port);
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> named.requireAnswers(zone));
        return named;
    }

    DnsSettings settings() {
        String address = "127.0.0.1:" + port;
        return new DnsSettings(address, Map.of("ns1.fabrikam.example", address), Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void requireAnswers(String zone) throws IOException {
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        resolver.setTimeout(Duration.ofSeconds(1));
        Message answer =
                resolver.send(Message.newQuery(Record.newRecord(Name.fromString(zone + "."), Type.SOA, DClass.IN)));
        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
    }
}
