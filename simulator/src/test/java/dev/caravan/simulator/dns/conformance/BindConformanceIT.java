package dev.caravan.simulator.dns.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.server.Servers;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our servers and BIND are told and asked the same, and do and say the same.
@NeedsPrograms(
        value = {"named", "dig", "nsupdate"},
        packages = "bind9 bind9-dnsutils")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BindConformanceIT {

    private static final String ZONE = "fabrikam.example";

    private Servers servers;
    private Bind bind;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        String text = ZoneFixture.HEAD + resource("zone.txt");
        servers = Servers.start(folder.resolve("ours"), Map.of(ZONE, text));
        bind = Bind.start(folder.resolve("bind"), ZONE, text, Servers.KEY.toString(), Servers.SECRET);
    }

    @AfterAll
    void stop() {
        bind.close();
        servers.close();
    }

    static Stream<String> questions() {
        return resource("questions.txt").lines().filter(line -> !line.isBlank());
    }

    static Stream<String> updates() {
        return Stream.of(resource("updates.txt").split("(?m)^---\n"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    @Order(1)
    void both_give_the_same_answer(String question) {
        // When
        String ours = dig(port(), question.split(" "));
        String theirs = dig(bind.port(), question.split(" "));
        // Then
        assertThat(ours).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("updates")
    @Order(2)
    void both_make_the_same_of_an_update(String update) {
        // When
        String ours = update(port(), update);
        String theirs = update(bind.port(), update);
        // Then
        assertThat(ours).isEqualTo(theirs);
        assertThat(transfer(port())).isEqualTo(transfer(bind.port()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    @Order(3)
    void both_still_give_the_same_answer(String question) {
        both_give_the_same_answer(question);
    }

    @Test
    @Order(4)
    void both_tell_the_same_changes() {
        // When
        String ours = ixfr(port());
        String theirs = ixfr(bind.port());
        // Then
        assertThat(ours).isEqualTo(theirs);
    }

    private int port() {
        return servers.port();
    }

    private static String dig(int port, String... question) {
        List<String> fixed = List.of("@127.0.0.1", "-p", "" + port, "+norecurse", "+nocookie", "+noall", "+comments");
        List<String> shown = List.of("+answer", "+authority");
        String output = Shell.run(
                "",
                "dig",
                Stream.of(fixed, shown, List.of(question)).flatMap(List::stream).toArray(String[]::new));
        return normal(output);
    }

    /// The parts that may not differ: status, flags and records, without ids, sizes and the order in a set.
    private static String normal(String output) {
        Pattern kept = Pattern.compile("status: (\\w+)|flags: ([^;]*); QUERY|^([^;\\s].*)$", Pattern.MULTILINE);
        return kept.matcher(output)
                .results()
                .map(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")
                        .replaceAll("\\s+", " "))
                .sorted()
                .reduce("", (one, other) -> one + other + "\n");
    }

    private static String update(int port, String commands) {
        String key = "hmac-sha256:" + Servers.KEY + ":" + Base64.getEncoder().encodeToString(Servers.SECRET);
        return Shell.run(
                "server 127.0.0.1 " + port + "\nzone " + ZONE + "\n" + commands + "\nsend\n", "nsupdate", "-y", key);
    }

    private static String transfer(int port) {
        return normal(Shell.run("", "dig", arguments(port, "AXFR")));
    }

    private static String ixfr(int port) {
        return normal(Shell.run("", "dig", arguments(port, "IXFR=2026112001")));
    }

    private static String[] arguments(int port, String type) {
        String key = "hmac-sha256:" + Servers.KEY + ":" + Base64.getEncoder().encodeToString(Servers.SECRET);
        return new String[] {"@127.0.0.1", "-p", "" + port, "+noall", "+answer", "-y", key, ZONE, type};
    }

    private static String resource(String name) {
        try (InputStream stream = BindConformanceIT.class.getResourceAsStream("/conformance/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
