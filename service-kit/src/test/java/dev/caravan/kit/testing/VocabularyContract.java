package dev.caravan.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.schemas.Argument;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CommandCatalogue;
import dev.caravan.schemas.CommandType;
import dev.caravan.schemas.EventTypes;
import dev.caravan.schemas.LocalSchemaIds;
import dev.caravan.schemas.OutcomeKind;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.common.CommandRefused;
import dev.caravan.schemas.common.ConnectionTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What holds between a service and its page of IDL: every command that stands there is understood and handled as the
/// page says, and every event that stands there is told. The compiler sees the sealed types only, not the records.
///
/// @param <C> the service's commands
/// @param <F> the facts that it tells
public interface VocabularyContract<C, F> {

    String ROLE = "destination";
    CommandType.Load LOAD = new CommandType.Load(
            List.of("a.example"), List.of(), List.of(), Map.of(ROLE, new ConnectionTarget("connection", "account")));

    /// The service, over fakes of its remotes; nothing is carried out.
    Worker<C, F> worker();

    /// One of each fact that the service tells.
    List<F> facts();

    /// What a step would say `with:` that command, where an argument has no default.
    default Map<String, ?> with(CommandType command) {
        return Map.of();
    }

    @TestFactory
    default Stream<DynamicTest> every_command_is_understood_and_handled_as_its_page_says() {
        assertThat(commands()).isNotEmpty();
        return commands().stream().map(type -> DynamicTest.dynamicTest(type.name(), () -> assertKnown(type)));
    }

    @Test
    default void every_event_is_told_by_a_fact() {
        // When
        var told = facts().stream()
                .map(fact -> worker().vocabulary().toEvent(header(), fact))
                .toList();

        // Then
        assertThat(told).allSatisfy(this::assertWritable);
        assertThat(told)
                .extracting(event -> event.getSchema().getName())
                .containsExactlyInAnyOrderElementsOf(eventsOf(OutcomeKind.DONE, OutcomeKind.TOLD));
    }

    @Test
    default void a_record_that_is_no_command_is_none() {
        assertThat(worker().vocabulary().toCommand(new CommandRefused())).isEmpty();
    }

    private void assertKnown(CommandType type) {
        // Given
        var record = type.build(context(), arguments(type), LOAD);

        // When
        var command = worker().vocabulary()
                .toCommand(record)
                .orElseGet(() -> fail(type.name() + " is unknown to the vocabulary"));

        // Then
        switch (worker().handlers().of(command)) {
            case Handling.ToDo<?, ?, F> toDo -> assertPlanned(type, command);
            case Handling.ToAsk<?, F> toAsk ->
                assertThat(type.plans())
                        .as("@plans of %s, whose handler only asks", type.name())
                        .isEmpty();
        }
    }

    /// Where a step would name a role, some role.
    private Map<String, Object> arguments(CommandType type) {
        var arguments = new HashMap<String, Object>(with(type));
        type.arguments().stream()
                .filter(Argument::isRole)
                .forEach(argument -> arguments.putIfAbsent(argument.name(), ROLE));
        return arguments;
    }

    private void assertPlanned(CommandType type, C command) {
        var event = worker().vocabulary().toPlanned(header(), command, plan());
        assertWritable(event);
        assertThat(type.plans())
                .as("@plans of %s", type.name())
                .contains(worker().service().word() + "." + event.getSchema().getName());
        assertThat(EventTypes.changesOf(event))
                .as("changes that %s plans", type.name())
                .hasSize(1);
        if (event.getSchema().getField("conflicts") != null) {
            assertThat(EventTypes.conflictsOf(event))
                    .as("conflicts that %s plans", type.name())
                    .hasSize(1);
        }
    }

    private List<CommandType> commands() {
        var catalogue = CommandCatalogue.shipped();
        return catalogue.names().stream()
                .flatMap(name -> catalogue.find(name).stream())
                .filter(type -> type.service() == worker().service())
                .toList();
    }

    private Set<String> eventsOf(OutcomeKind... kinds) {
        var topic = TopicCatalogue.find(worker().service().eventsTopic()).orElseThrow();
        return topic.records().stream()
                .filter(schema -> !schema.getNamespace().equals(CommandRefused.SCHEMA$.getNamespace()))
                .filter(schema -> Stream.of(kinds)
                        .anyMatch(kind -> EventTypes.outcomeOf(schema).orElseThrow() == kind))
                .map(Schema::getName)
                .collect(Collectors.toSet());
    }

    private void assertWritable(SpecificRecord event) {
        var records = new AvroRecords(new LocalSchemaIds());
        assertThatCode(() -> records.encode(worker().service().eventsTopic(), event))
                .as("writing %s", event)
                .doesNotThrowAnyException();
    }

    private static Plan plan() {
        var change = new Change("kind", "id", "property", List.of("before"), List.of("after"), "A sentence.");
        var conflict = new Conflict("kind", "id", "property", List.of("observed"), "A sentence.");
        return new Plan(List.of(change), List.of(conflict), 1);
    }

    /// The header of an event that answers some command.
    static EventHeader header() {
        return OpenCall.to(Connection.Kind.DNS, Set.of(), Map.of()).header().answeredBy("event", OpenCall.NOW);
    }

    /// A context for records that a test makes itself.
    static CommandContext context() {
        return CommandContext.newBuilder()
                .setCommandId("run/step/0/1")
                .setRunId("run")
                .setStepId("step")
                .setChunk(0)
                .setAttempt(1)
                .setCustomerId("customer")
                .setConnectionId("connection")
                .setAccount("account")
                .setIssuedAt(OpenCall.NOW)
                .setNotAfter(OpenCall.NOW)
                .build();
    }
}
