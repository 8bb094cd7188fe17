package dev.caravan.orchestrator.runbook.catalogue;

import dev.caravan.orchestrator.runbook.ArgumentSpec;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.CommandSpec.FactType;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.ObjectKind;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.schemas.CommandCatalogue;
import dev.caravan.schemas.CommandType;
import dev.caravan.schemas.EventTypes;
import dev.caravan.schemas.OutcomeKind;
import dev.caravan.schemas.TopicCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/// The commands of the shared vocabulary, as its annotations describe them.
public final class CataloguedCommands implements Commands {

    private final Map<CommandName, CommandSpec> specs;

    public CataloguedCommands(CommandCatalogue catalogue) {
        specs = catalogue.names().stream()
                .flatMap(name -> catalogue.find(name).stream())
                .map(CataloguedCommands::spec)
                .collect(Collectors.toUnmodifiableMap(CommandSpec::name, spec -> spec));
    }

    @Override
    public Set<CommandName> names() {
        return specs.keySet();
    }

    @Override
    public Optional<CommandSpec> find(CommandName name) {
        return Optional.ofNullable(specs.get(name));
    }

    private static CommandSpec spec(CommandType type) {
        return new CommandSpec(
                CommandName.parse(type.name()),
                RoleName.parse(type.on()),
                type.check(),
                type.plans().isPresent(),
                type.objectsKinds().stream().map(ObjectKind::parse).toList(),
                type.changesField().isPresent(),
                type.arguments().stream()
                        .map(argument -> new ArgumentSpec(argument.name(), argument.required(), argument::problemWith))
                        .toList(),
                facts(type));
    }

    private static Map<String, FactType> facts(CommandType type) {
        var facts = new HashMap<String, FactType>();
        told(type)
                .flatMap(event -> event.getFields().stream())
                .forEach(field -> factType(field.schema()).ifPresent(fact -> facts.put(field.name(), fact)));
        return facts;
    }

    private static Stream<Schema> told(CommandType type) {
        var names = type.schema().getObjectProp("tells") instanceof List<?> list ? list : List.of();
        return TopicCatalogue.find(type.service().eventsTopic()).stream()
                .flatMap(topic -> topic.records().stream())
                .filter(event ->
                        names.stream().anyMatch(name -> event.getFullName().endsWith("." + name)))
                .filter(event -> EventTypes.outcomeOf(event).orElse(OutcomeKind.TOLD) == OutcomeKind.DONE);
    }

    private static Optional<FactType> factType(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG, FLOAT, DOUBLE -> Optional.of(FactType.NUMBER);
            case STRING -> Optional.of(FactType.TEXT);
            case BOOLEAN -> Optional.of(FactType.TRUE_OR_FALSE);
            case UNION ->
                schema.getTypes().stream()
                        .flatMap(member -> factType(member).stream())
                        .findFirst();
            default -> Optional.empty();
        };
    }
}
