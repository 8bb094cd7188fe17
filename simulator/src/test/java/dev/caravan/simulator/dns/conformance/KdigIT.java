package dev.caravan.simulator.dns.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.server.Servers;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Knot's client, which checks signatures and streams by code of its own, understands our servers.
@NeedsPrograms(value = "kdig", packages = "knot-dnsutils")
class KdigIT {

    private static final String SECRET = Base64.getEncoder().encodeToString(Servers.SECRET);

    @TempDir
    private Path folder;

    private Servers servers;

    @BeforeEach
    void start() {
        StringBuilder text = new StringBuilder(ZoneFixture.HEAD);
        for (int number = 0; number < 20_000; number++) {
            text.append("h").append(number).append(" IN A 198.51.100.1\n");
        }
        servers = Servers.start(folder, Map.of("fabrikam.example", text.toString()));
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void a_transfer_of_many_signed_messages_is_accepted() {
        for (String algorithm : new String[] {"hmac-sha256", "hmac-sha512"}) {
            // When
            String output = kdig("-y", algorithm + ":" + Servers.KEY + ":" + SECRET, "fabrikam.example", "AXFR");
            // Then
            assertThat(output).doesNotContain("WARNING").contains("records").contains("exit 0");
            assertThat(output.lines().filter(line -> line.startsWith("h"))).hasSize(20_000);
        }
    }

    @Test
    void a_signed_answer_is_accepted_and_a_forged_question_is_told_so() {
        assertThat(kdig("-y", "hmac-sha256:" + Servers.KEY + ":" + SECRET, "fabrikam.example", "NS"))
                .contains("NOERROR")
                .doesNotContain("WARNING");
        assertThat(kdig("-y", "hmac-sha256:" + Servers.KEY + ":QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUI=", "fabrikam.example"))
                .contains("BADSIG");
    }

    @Test
    void extensions_and_streams_are_understood() {
        assertThat(kdig("+edns", "+bufsize=4096", "ns1.fabrikam.example", "A"))
                .contains("UDP size: 1232")
                .contains("127.0.0.1");
        assertThat(kdig("+tcp", "+keepopen", "ns1.fabrikam.example", "A", "ns2.fabrikam.example", "A"))
                .contains("127.0.0.2");
    }

    private String kdig(String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = "@127.0.0.1";
        line[1] = "-p";
        line[2] = "" + servers.port();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return Shell.run("", "kdig", line);
    }
}
