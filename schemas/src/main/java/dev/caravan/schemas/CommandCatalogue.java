package dev.caravan.schemas;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What can be asked of the workers, read from the IDL's annotations: a command that stands there is known to the
/// runbook language, the linter and the orchestrator without another line of code.
public final class CommandCatalogue {

    private static final CommandCatalogue SHIPPED = new CommandCatalogue();

    private final Map<String, CommandType> types = new TreeMap<>();

    private CommandCatalogue() {
        Arrays.stream(WorkerService.values()).forEach(this::addCommandsOf);
    }

    /// The commands of this version.
    public static CommandCatalogue shipped() {
        return SHIPPED;
    }

    /// All commands by the names that runbooks use, as `dns.LowerTtl`, sorted.
    public Set<String> names() {
        return Collections.unmodifiableSet(types.keySet());
    }

    public Optional<CommandType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private void addCommandsOf(WorkerService service) {
        TopicCatalogue.find(service.commandsTopic()).orElseThrow().records().stream()
                .map(schema -> CommandType.of(service, schema))
                .forEach(type -> types.put(type.name(), type));
    }
}
