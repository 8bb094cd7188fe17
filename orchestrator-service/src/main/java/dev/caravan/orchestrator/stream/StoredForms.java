package dev.caravan.orchestrator.stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.caravan.orchestrator.run.AccountId;
import dev.caravan.orchestrator.run.Chunk;
import dev.caravan.orchestrator.run.ConnectionId;
import dev.caravan.orchestrator.run.CustomerId;
import dev.caravan.orchestrator.run.DomainName;
import dev.caravan.orchestrator.run.Errand;
import dev.caravan.orchestrator.run.InputId;
import dev.caravan.orchestrator.run.Person;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.run.RunState;
import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.run.TimerName;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/// How values are written to the state stores: Smile (binary JSON), with names of our own.
///
/// Names of states are written as the table below says, not as classes are called today: what is stored outlives a
/// renaming. A field that an older value lacks reads as empty, a number as 0; any other change of form needs a new
/// version.
final class StoredForms {

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(RunState.Running.class, "running"),
            Map.entry(RunState.Failing.class, "failing"),
            Map.entry(RunState.Failed.class, "failed"),
            Map.entry(RunState.Paused.class, "paused"),
            Map.entry(RunState.Completed.class, "completed"),
            Map.entry(RunState.BackingOut.class, "backing-out"),
            Map.entry(RunState.BackOutPaused.class, "back-out-paused"),
            Map.entry(RunState.BackOutFailed.class, "back-out-failed"),
            Map.entry(RunState.BackedOut.class, "backed-out"),
            Map.entry(RunState.Parked.class, "parked"),
            Map.entry(StepState.Pending.class, "pending"),
            Map.entry(StepState.Scheduled.class, "scheduled"),
            Map.entry(StepState.Working.class, "working"),
            Map.entry(StepState.Stopping.class, "stopping"),
            Map.entry(StepState.Previewing.class, "previewing"),
            Map.entry(StepState.GateOpen.class, "gate-open"),
            Map.entry(StepState.TaskOpen.class, "task-open"),
            Map.entry(StepState.Waiting.class, "waiting"),
            Map.entry(StepState.Succeeded.class, "succeeded"),
            Map.entry(StepState.NotNeeded.class, "not-needed"),
            Map.entry(StepState.Skipped.class, "skipped"),
            Map.entry(StepState.Failed.class, "failed"),
            Map.entry(StepState.Cancelled.class, "cancelled"),
            Map.entry(StepState.Undoing.class, "undoing"),
            Map.entry(StepState.UndoOpen.class, "undo-open"),
            Map.entry(StepState.UndoFailed.class, "undo-failed"),
            Map.entry(StepState.Undone.class, "undone"),
            Map.entry(StepState.UndoSkipped.class, "undo-skipped"),
            Map.entry(Chunk.Stage.Held.class, "held"),
            Map.entry(Chunk.Stage.InFlight.class, "in-flight"),
            Map.entry(Chunk.Stage.Resting.class, "resting"),
            Map.entry(Chunk.Stage.Broken.class, "broken"));

    static final SmileMapper MAPPER = mapper();

    private StoredForms() {}

    private static SmileMapper mapper() {
        return SmileMapper.builder()
                .addModule(writtenForms())
                .addMixIn(RunState.class, Named.class)
                .addMixIn(StepState.class, Named.class)
                .addMixIn(Chunk.Stage.class, Named.class)
                .registerSubtypes(names())
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .withConfigOverride(List.class, emptyForMissing -> emptyForMissing.setNullHandling(missingIsEmpty()))
                .withConfigOverride(Map.class, emptyForMissing -> emptyForMissing.setNullHandling(missingIsEmpty()))
                .withConfigOverride(
                        Optional.class, emptyForMissing -> emptyForMissing.setNullHandling(missingIsEmpty()))
                .withConfigOverride(String.class, emptyForMissing -> emptyForMissing.setNullHandling(missingIsEmpty()))
                .changeDefaultVisibility(StoredForms::componentsAlone)
                .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
                .disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(SmileWriteFeature.CHECK_SHARED_STRING_VALUES)
                .build();
    }

    /// A record's components, and nothing that merely looks like a getter.
    private static VisibilityChecker componentsAlone(VisibilityChecker visibility) {
        return visibility
                .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE);
    }

    private static JsonSetter.Value missingIsEmpty() {
        return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    }

    private static NamedType[] names() {
        return NAMES.entrySet().stream()
                .map(entry -> new NamedType(entry.getKey(), entry.getValue()))
                .toArray(NamedType[]::new);
    }

    private static SimpleModule writtenForms() {
        var module = new SimpleModule("written forms");
        add(module, RunId.class, RunId::parse);
        add(module, CustomerId.class, CustomerId::parse);
        add(module, RunbookName.class, RunbookName::parse);
        add(module, RoleName.class, RoleName::parse);
        add(module, ConnectionId.class, ConnectionId::parse);
        add(module, AccountId.class, AccountId::parse);
        add(module, DomainName.class, DomainName::parse);
        add(module, Person.class, Person::parse);
        add(module, DecisionName.class, DecisionName::parse);
        add(module, StepId.class, StepId::parse);
        add(module, InputId.class, InputId::parse);
        add(module, Errand.class, Errand::parse);
        add(module, TimerName.class, TimerName::parse);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new WrittenForm<>());
        module.addKeySerializer(type, new WrittenKey<>());
        module.addDeserializer(type, new ParsedForm<>(parse));
        module.addKeyDeserializer(type, new ParsedKey(parse));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
    private interface Named {}

    private static final class WrittenForm<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toString());
        }
    }

    private static final class WrittenKey<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeName(value.toString());
        }
    }

    private static final class ParsedForm<T> extends ValueDeserializer<T> {
        private final Function<String, T> parse;

        ParsedForm(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return parse.apply(parser.getString());
        }
    }

    private static final class ParsedKey extends KeyDeserializer {
        private final Function<String, ?> parse;

        ParsedKey(Function<String, ?> parse) {
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return parse.apply(key);
        }
    }
}
