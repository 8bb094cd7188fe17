package dev.caravan.orchestrator.runbook;

import java.util.Optional;
import java.util.Set;

/// The commands that a runbook may use.
public interface Commands {

    Set<CommandName> names();

    Optional<CommandSpec> find(CommandName name);
}
