package dev.caravan.orchestrator.runbook;

import dev.caravan.orchestrator.runbook.CommandSpec.FactType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Commands that exist in tests only, one of each sort, so that tests of the language do not change with the
/// vocabulary.
public final class FictionalCommands implements Commands {

    private static final RoleName DNS = RoleName.parse("dns");
    private static final Map<String, FactType> TOLD =
            Map.of("applied", FactType.NUMBER, "secondsMax", FactType.NUMBER, "complete", FactType.TRUE_OR_FALSE);

    private static final Map<CommandName, CommandSpec> SPECS = Stream.of(
                    looks("test.Look", Optional.of("domains")),
                    looks("test.Prove", Optional.empty()),
                    looks("test.ProveDomains", Optional.of("domains")),
                    new CommandSpec(
                            CommandName.parse("test.Touch"),
                            DNS,
                            false,
                            false,
                            List.of(),
                            false,
                            List.of(whole("times", true)),
                            TOLD),
                    changes("test.ChangeDomains", Optional.of("domains"), false, text("label", false)),
                    changes("test.ChangeMailboxes", Optional.of("mailboxes"), false, truth("force", false)),
                    new CommandSpec(
                            CommandName.parse("test.LookAtMany"),
                            DNS,
                            true,
                            false,
                            List.of(ObjectKind.parse("mailboxes"), ObjectKind.parse("groups")),
                            false,
                            List.of(),
                            TOLD),
                    changes("test.Announce", Optional.empty(), false),
                    changes("test.Revise", Optional.empty(), true),
                    changes("test.ReviseAs", Optional.empty(), true, text("name", true)))
            .collect(Collectors.toUnmodifiableMap(CommandSpec::name, Function.identity()));

    @Override
    public Set<CommandName> names() {
        return SPECS.keySet();
    }

    @Override
    public Optional<CommandSpec> find(CommandName name) {
        return Optional.ofNullable(SPECS.get(name));
    }

    private static CommandSpec looks(String name, Optional<String> objects) {
        return new CommandSpec(
                CommandName.parse(name),
                DNS,
                true,
                false,
                objects.map(ObjectKind::parse).stream().toList(),
                false,
                List.of(),
                TOLD);
    }

    private static CommandSpec changes(
            String name, Optional<String> objects, boolean takesChanges, ArgumentSpec... arguments) {
        return new CommandSpec(
                CommandName.parse(name),
                DNS,
                false,
                true,
                objects.map(ObjectKind::parse).stream().toList(),
                takesChanges,
                List.of(arguments),
                TOLD);
    }

    private static ArgumentSpec whole(String name, boolean required) {
        return argument(name, required, Long.class, "a whole number");
    }

    private static ArgumentSpec text(String name, boolean required) {
        return argument(name, required, String.class, "a text");
    }

    private static ArgumentSpec truth(String name, boolean required) {
        return argument(name, required, Boolean.class, "true or false");
    }

    private static ArgumentSpec argument(String name, boolean required, Class<?> type, String words) {
        return new ArgumentSpec(
                name,
                required,
                value -> type.isInstance(value)
                        ? Optional.empty()
                        : Optional.of("%s must be %s".formatted(name, words)));
    }
}
