package dev.caravan.license.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.CustomerId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.kit.testing.OpenCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BitTitanTests {

    private static final Cmdlet READ = Cmdlet.of("Get-MW_Mailbox", Ticket.MIGRATION_WIZ);
    private static final String WELCOME =
            "{\"id\":\"{id}\",\"ok\":true,\"data\":{\"module\":\"0.0.144\",\"expires\":\"2026-11-20T20:00:00Z\"}}";
    private static final String NOTHING = "{\"id\":\"{id}\",\"ok\":true,\"data\":[]}";

    private Optional<StandInRunner> runner = Optional.empty();
    private Optional<BitTitan> bitTitan = Optional.empty();

    @AfterEach
    void close() throws IOException {
        bitTitan.ifPresent(BitTitan::destroy);
        if (runner.isPresent()) {
            runner.get().close();
        }
    }

    @Test
    void it_signs_in_once_and_keeps_the_stream() {
        // Given
        var runner = answering(request -> request.has("hello") ? WELCOME : NOTHING);
        // When
        var first = bitTitan(runner).run(READ.with("ConnectorId", "c"), call(hosts()));
        var second = bitTitan(runner).run(READ, call(hosts()));
        // Then
        assertThat(first).isEqualTo(Outcome.done(List.of()));
        assertThat(second).isEqualTo(Outcome.done(List.of()));
        assertThat(runner.asked()).containsExactly("hello", "Get-MW_Mailbox", "Get-MW_Mailbox");
        assertThat(runner.requests().getFirst().path("hello").path("password").asString())
                .isEqualTo("s3cret");
        assertThat(runner.requests().get(1).toString())
                .isEqualTo("{\"cmdlet\":\"Get-MW_Mailbox\",\"ticket\":\"mw\",\"parameters\":{\"ConnectorId\":\"c\"},"
                        + "\"id\":\"2\"}");
    }

    @Test
    void a_ticket_is_renewed_an_hour_before_it_expires() {
        // Given
        var soon = WELCOME.replace("20:00", "09:00");
        var runner = answering(request -> request.has("hello") ? soon : NOTHING);
        // When
        bitTitan(runner).run(READ, call(hosts()));
        bitTitan(runner).run(READ, call(hosts()));
        // Then
        assertThat(runner.asked()).containsExactly("hello", "Get-MW_Mailbox", "hello", "Get-MW_Mailbox");
    }

    @Test
    void a_ticket_that_is_not_accepted_is_renewed_once() {
        // Given
        var runner = answering(request -> request.has("hello") ? WELCOME : error("AUTH"));
        // When
        var outcome = bitTitan(runner).run(READ, call(hosts()));
        // Then
        assertThat(failed(outcome).code()).isEqualTo("unauthorized");
        assertThat(runner.asked()).containsExactly("hello", "Get-MW_Mailbox", "hello", "Get-MW_Mailbox");
    }

    @Test
    void a_lost_answer_leaves_it_unknown_and_the_stream_is_opened_again() {
        // Given
        var isFirst = new boolean[] {true};
        var runner = answering(request -> {
            if (request.has("hello")) {
                return WELCOME;
            }
            var answer = isFirst[0] ? StandInRunner.HANG_UP : NOTHING;
            isFirst[0] = false;
            return answer;
        });
        // When
        var lost = bitTitan(runner).run(READ, call(hosts()));
        var again = bitTitan(runner).run(READ, call(hosts()));
        // Then
        assertThat(failed(lost).code()).isEqualTo("unknown");
        assertThat(failed(lost).isTransient()).isTrue();
        assertThat(again).isEqualTo(Outcome.done(List.of()));
    }

    @Test
    void the_answer_to_another_request_leaves_it_unknown() {
        // Given
        var runner = answering(request -> request.has("hello") ? WELCOME : NOTHING.replace("{id}", "77"));
        // Then
        assertThat(failed(bitTitan(runner).run(READ, call(hosts()))).code()).isEqualTo("unknown");
    }

    @Test
    void what_goes_wrong_has_a_code() {
        // Given
        var runner = answering(request -> request.has("hello")
                ? WELCOME
                : error(request.path("parameters").path("kind").asString()));
        var codes = Map.of(
                "NOT_FOUND", "not-found",
                "CONFLICT", "conflict",
                "THROTTLED", "throttled",
                "VALIDATION", "bad-request",
                "MODULE_MISSING", "module-missing",
                "REMOTE", "remote-error");
        // Then
        assertThat(codes)
                .allSatisfy((kind, code) -> assertThat(
                                failed(bitTitan(runner).run(READ.with("kind", kind), call(hosts()))))
                        .satisfies(failed -> assertThat(failed.code()).isEqualTo(code))
                        .satisfies(failed -> assertThat(failed.reason())
                                .isEqualTo("BitTitan answers " + kind + " to Get-MW_Mailbox: why")));
    }

    @Test
    void a_host_that_the_connection_does_not_list_is_not_called() {
        // Given
        var runner = answering(_ -> WELCOME);
        // When
        var outcome = bitTitan(runner).run(READ, call(Set.of("www.bittitan.com")));
        // Then
        assertThat(failed(outcome).code()).isEqualTo("host-not-allowed");
        assertThat(runner.asked()).isEmpty();
    }

    @Test
    void a_program_that_lasts_is_a_runner_too(@TempDir Path folder) throws IOException {
        // Given
        var script = Files.writeString(folder.resolve("runner.sh"), """
                n=0
                while read -r line; do
                  n=$((n + 1))
                  if [ $n = 1 ]; then data='{"module":"1","expires":"2026-11-20T20:00:00Z"}'; else data='[{"Id":"m"}]'; fi
                  echo "{\\"id\\":\\"$n\\",\\"ok\\":true,\\"data\\":$data}"
                done
                """);
        var settings = new RunnerSettings(List.of("/bin/sh", script.toString()), null, null);
        var program = new BitTitan(settings, _ -> Outcome.done(new Secret("s3cret")));
        bitTitan = Optional.of(program);
        // When
        var outcome = program.run(READ, call(hosts()));
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.fact()).hasToString("[{\"Id\":\"m\"}]"));
    }

    /// At a port below all that are given to whoever asks for one: a free one of those may be somebody's a moment
    /// later.
    @Test
    void who_does_not_listen_is_no_answer() {
        // Given
        var program =
                new BitTitan(new RunnerSettings(null, "127.0.0.1:1", null), _ -> Outcome.done(new Secret("s3cret")));
        bitTitan = Optional.of(program);
        // Then
        assertThat(failed(program.run(READ, call(hosts()))).code()).isEqualTo("no-answer");
    }

    @Test
    void without_a_runner_it_is_refused() {
        // Given
        var nowhere = new BitTitan(new RunnerSettings(null, null, null), _ -> Outcome.done(new Secret("s3cret")));
        // Then
        assertThat(nowhere.run(READ, call(hosts())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("no-runner"));
    }

    @Test
    void wrong_settings_are_named() {
        assertThatThrownBy(() -> new RunnerSettings(null, "127.0.0.1", null))
                .hasMessage("bittitan.runner.address: must be host:port, is 127.0.0.1");
        assertThatThrownBy(() -> new RunnerSettings(List.of("ssh"), "a:1", null))
                .hasMessage("bittitan.runner: command or address, not both");
    }

    @Test
    void a_cmdlet_does_not_show_its_values() {
        assertThat(READ.with("AdministrativePassword", "s3cret")).hasToString("Get-MW_Mailbox");
    }

    private StandInRunner answering(Function<JsonNode, String> answer) {
        var made = new StandInRunner(answer);
        runner = Optional.of(made);
        return made;
    }

    private BitTitan bitTitan(StandInRunner runner) {
        var made = bitTitan.orElseGet(() -> new BitTitan(
                new RunnerSettings(null, runner.address(), Duration.ofSeconds(20)),
                _ -> Outcome.done(new Secret("s3cret"))));
        bitTitan = Optional.of(made);
        return made;
    }

    private static String error(String kind) {
        return "{\"id\":\"{id}\",\"ok\":false,\"error\":{\"kind\":\"%s\",\"message\":\"why\",\"cmdlet\":\"Get-MW_Mailbox\"}}"
                .formatted(kind);
    }

    private static Outcome.Failed<?> failed(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed<?>) outcome;
    }

    private static Set<String> hosts() {
        return Set.of("www.bittitan.com", "www.migrationwiz.com");
    }

    private static OpenCall call(Set<String> hosts) {
        var open = OpenCall.to(Connection.Kind.BITTITAN, hosts, Map.of());
        var connection = new Connection(
                new ConnectionId("connection"),
                Connection.Kind.BITTITAN,
                "Workgroup",
                new CustomerId("customer"),
                new AccountId("Northwind MSP"),
                Optional.empty(),
                Optional.of("caravan@msp.example"),
                new CredentialRef("world-bittitan"),
                hosts,
                Map.of(),
                false);
        return new OpenCall(open.header(), connection);
    }
}
