package dev.caravan.simulator.dns.conformance;

import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.server.Servers;
import dev.caravan.simulator.dns.transfer.Incoming;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.Serial;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.TSIG;

/// BIND follows our primary, and we follow BIND's.
@NeedsPrograms(
        value = {"named", "dig", "nsupdate"},
        packages = "bind9 bind9-dnsutils")
class BindTransferIT {

    private static final String ZONE = "fabrikam.example";
    private static final String RESTLESS = ZoneFixture.HEAD.replace("7200 900", "1 1");
    private static final String KEY =
            "hmac-sha256:" + Servers.KEY + ":" + Base64.getEncoder().encodeToString(Servers.SECRET);

    @TempDir
    private Path folder;

    @Test
    void bind_follows_our_primary_by_whole_and_by_incremental_transfers() throws IOException {
        // Given
        StringBuilder text = new StringBuilder(RESTLESS);
        for (int number = 0; number < 5000; number++) {
            text.append("h").append(number).append(" IN A 198.51.100.1\n");
        }
        try (Servers servers = Servers.start(folder.resolve("ours"), Map.of(ZONE, text.toString()));
                Bind bind = Bind.following(
                        folder.resolve("bind"), ZONE, servers.port(), Servers.KEY.toString(), Servers.SECRET)) {
            assertThat(dig(bind.port(), "h4999." + ZONE, "A")).contains("198.51.100.1");
            // When
            servers.add(record("fabrikam.example.", 300, "MX", "0 mail"));
            servers.add(record("h1", 60, "A", "198.51.100.2"));
            // Then
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> dig(bind.port(), "h1." + ZONE, "A").contains("198.51.100.2"));
            assertThat(dig(bind.port(), ZONE, "MX")).contains("300\tIN\tMX\t0 mail");
            assertThat(servers.ledger.after(0)).anyMatch(call -> call.method().equals("IXFR"));
        }
    }

    @Test
    void we_follow_bind() throws IOException {
        // Given
        try (Bind bind =
                Bind.start(folder.resolve("bind"), ZONE, ZoneFixture.HEAD, Servers.KEY.toString(), Servers.SECRET)) {
            InetSocketAddress server = new InetSocketAddress("127.0.0.1", bind.port());
            TSIG key = new TSIG(TSIG.HMAC_SHA256, Servers.KEY, Servers.SECRET);
            String update = "server 127.0.0.1 " + bind.port() + "\nzone " + ZONE
                    + "\nupdate add x.fabrikam.example. 60 A 192.0.2.1\nsend\n";
            assertThat(Shell.run(update, "nsupdate", "-y", KEY)).isEqualTo("exit 0\n");
            // When
            Incoming.Fetched changes = Incoming.since(Names.absolute(ZONE), new Serial(2026112001L), server, key);
            // Then
            assertThat(changes).isInstanceOfSatisfying(Incoming.Fetched.Changes.class, fetched -> {
                assertThat(fetched.changes()).hasSize(1);
                assertThat(fetched.changes().getFirst().to()).isEqualTo(new Serial(2026112002L));
            });
            assertThat(Incoming.since(Names.absolute(ZONE), new Serial(2026112002L), server, key))
                    .isInstanceOf(Incoming.Fetched.Current.class);
            assertThat(Incoming.since(Names.absolute(ZONE), new Serial(1), server, key))
                    .isInstanceOf(Incoming.Fetched.Whole.class);
        }
    }

    @Test
    void both_refuse_strangers_in_the_same_words() throws IOException {
        // Given
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        try (Servers servers = Servers.start(folder.resolve("ours"), Map.of(ZONE, ZoneFixture.HEAD));
                Bind bind = Bind.start(
                        folder.resolve("bind"), ZONE, ZoneFixture.HEAD, Servers.KEY.toString(), Servers.SECRET)) {
            for (String key : new String[] {"stranger.:" + secret, Servers.KEY + ":" + secret}) {
                // When
                String ours = update(servers.port(), "-y", "hmac-sha256:" + key);
                String theirs = update(bind.port(), "-y", "hmac-sha256:" + key);
                // Then
                assertThat(ours).isEqualTo(theirs).contains("NOTAUTH");
            }
            assertThat(update(servers.port())).isEqualTo(update(bind.port())).contains("REFUSED");
            assertThat(dig(servers.port(), ZONE, "AXFR")).contains("Transfer failed");
        }
    }

    private static String update(int port, String... arguments) {
        String commands = "server 127.0.0.1 " + port + "\nzone " + ZONE
                + "\nupdate add x.fabrikam.example. 60 A 192.0.2.1\nsend\n";
        return Shell.run(commands, "nsupdate", arguments);
    }

    private static String dig(int port, String name, String type) {
        return Shell.run("", "dig", "@127.0.0.1", "-p", "" + port, name, type);
    }
}
