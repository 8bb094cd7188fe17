package dev.caravan.mailbox.recipient.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.exchange.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ReadingsTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());

    private final Map<String, Outcome<CmdletOutput>> answers = new HashMap<>();
    private final Readings readings = new Readings(new CannedExchange());

    @Test
    void who_means_nothing_is_missing() {
        // Given
        answers.put("ada", found(1));
        answers.put("bo", Outcome.failedForGood("not-found", "no such object"));
        // Then
        assertThat(read("ada", "bo")).isEqualTo(Outcome.done(Map.of("ada", object(0))));
    }

    @Test
    void a_name_that_means_several_is_never_taken_for_one_of_them() {
        // Given
        answers.put("info", found(2));
        // Then
        assertThat(read("info"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("ambiguous"));
        assertThat(readings.all(List.of("info"), ReadingsTests::reading, CALL))
                .isEqualTo(Outcome.done(Map.of("info", List.of(object(0), object(1)))));
    }

    @Test
    void an_answer_that_failed_is_no_absence() {
        // Given
        answers.put("ada", Outcome.failedForNow("throttled", "later"));
        // Then
        assertThat(read("ada")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void who_is_not_known_by_one_id_may_be_known_by_the_other() {
        // Given
        var bo = object(1).put("ExternalDirectoryObjectId", "id-1");
        answers.put(
                "(Guid -eq 'guid-0') -or (Guid -eq 'id-1')",
                Outcome.done(new CmdletOutput(List.of(object(0)), List.of(), Optional.empty())));
        answers.put(
                "(ExternalDirectoryObjectId -eq 'id-1')",
                Outcome.done(new CmdletOutput(List.of(bo), List.of(), Optional.empty())));
        // Then
        assertThat(readings.byId(List.of("guid-0", "id-1"), Cmdlet.of("Get-Recipient"), CALL))
                .isEqualTo(Outcome.done(Map.of("guid-0", object(0), "id-1", bo)));
    }

    private Outcome<Map<String, ObjectNode>> read(String... ids) {
        return readings.one(List.of(ids), ReadingsTests::reading, CALL);
    }

    private static Cmdlet reading(String id) {
        return Cmdlet.on("Get-Recipient", new Identity(id));
    }

    private static Outcome<CmdletOutput> found(int objects) {
        var found = Stream.iterate(0, number -> number + 1)
                .limit(objects)
                .map(ReadingsTests::object)
                .toList();
        return Outcome.done(new CmdletOutput(found, List.of(), Optional.empty()));
    }

    private static ObjectNode object(int number) {
        return JsonNodeFactory.instance.objectNode().put("Guid", "guid-" + number);
    }

    private final class CannedExchange implements ExchangeOnline {

        @Override
        public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
            throw new UnsupportedOperationException("only batches are asked for");
        }

        @Override
        public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
            return Outcome.done(cmdlets.stream()
                    .map(cmdlet -> answers.getOrDefault(
                            asked(cmdlet), Outcome.<CmdletOutput>failedForGood("not-found", "unknown")))
                    .toList());
        }

        private static String asked(Cmdlet cmdlet) {
            return cmdlet.parameters().get("Filter") instanceof Parameter.Text(var filter)
                    ? filter
                    : cmdlet.identity().orElseThrow().value();
        }
    }
}
