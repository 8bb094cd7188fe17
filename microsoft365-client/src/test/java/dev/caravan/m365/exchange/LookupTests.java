package dev.caravan.m365.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class LookupTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private static final Lookup LOOKUP =
            new Lookup("Guid", Cmdlet.of("Get-Mailbox").selecting("Guid"));

    private final List<String> filters = new ArrayList<>();
    private final List<Outcome<CmdletOutput>> answers = new ArrayList<>();

    @Test
    void many_are_asked_for_at_once_and_who_is_not_there_is_missing() {
        // Given
        answers.add(found("g-0", "G-19"));
        answers.add(found("g-20"));
        // When
        var outcome = LOOKUP.of(guids(21), new CannedExchange(), CALL);
        // Then
        assertThat(outcome)
                .isEqualTo(Outcome.done(Map.of("g-0", object("g-0"), "g-19", object("G-19"), "g-20", object("g-20"))));
        assertThat(filters).hasSize(2);
        assertThat(filters.getLast()).isEqualTo("(Guid -eq 'g-20')");
    }

    @Test
    void a_quote_stays_within_its_value() {
        // Given
        answers.add(found());
        // When
        var outcome = LOOKUP.of(List.of("o'neil"), new CannedExchange(), CALL);
        // Then
        assertThat(outcome).isEqualTo(Outcome.done(Map.of()));
        assertThat(filters).containsExactly("(Guid -eq 'o''neil')");
    }

    @Test
    void a_value_that_two_have_is_nobodys() {
        // Given
        answers.add(found("g-0", "g-0"));
        // Then
        assertThat(LOOKUP.of(guids(1), new CannedExchange(), CALL)).asString().contains("ambiguous", "g-0, g-0");
    }

    @Test
    void a_part_that_failed_is_no_absence() {
        // Given
        answers.add(found("g-0"));
        answers.add(Outcome.failedForNow("throttled", "later"));
        // Then
        assertThat(LOOKUP.of(guids(21), new CannedExchange(), CALL)).asString().contains("throttled");
    }

    private static List<String> guids(int count) {
        return IntStream.range(0, count).mapToObj(number -> "g-" + number).toList();
    }

    private static ObjectNode object(String guid) {
        return JsonNodeFactory.instance.objectNode().put("Guid", guid);
    }

    private static Outcome<CmdletOutput> found(String... guids) {
        return Outcome.done(
                new CmdletOutput(Stream.of(guids).map(LookupTests::object).toList(), List.of(), Optional.empty()));
    }

    private final class CannedExchange implements ExchangeOnline {

        @Override
        public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
            throw new UnsupportedOperationException("only batches are asked for");
        }

        @Override
        public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
            cmdlets.forEach(cmdlet -> {
                if (cmdlet.parameters().get("Filter") instanceof Parameter.Text(var filter)) {
                    filters.add(filter);
                }
            });
            return Outcome.done(answers.subList(0, cmdlets.size()));
        }
    }
}
