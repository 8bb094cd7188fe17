package dev.caravan.orchestrator.messaging;

import dev.caravan.kit.plan.Change;
import dev.caravan.orchestrator.run.Charter;
import dev.caravan.orchestrator.run.ConnectionRef;
import dev.caravan.orchestrator.run.DomainName;
import dev.caravan.orchestrator.run.RunEffect;
import dev.caravan.schemas.CommandCatalogue;
import dev.caravan.schemas.CommandType;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.common.ConnectionTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/// The core's commands as the records of the workers' commands topics, built from what the IDL says of them.
public final class CommandMessages {

    private CommandMessages() {}

    /// What a command is given besides what the core says.
    ///
    /// @param objects the keys of its chunk
    /// @param changes the lines of the ledger of its chunk
    /// @param approvedChanges digests that people approved; empty optional: any plan within the safety limits
    public record Load(List<String> objects, List<Change> changes, Optional<List<String>> approvedChanges) {
        public static final Load NONE = new Load(List.of(), List.of(), Optional.empty());
    }

    /// @param topic where it goes
    /// @param account the remote account that it touches: the record's key
    public record Written(String topic, String account, SpecificRecord command) {}

    /// Throws `IllegalArgumentException` when the run lacks the connection or the command does not
    /// take the arguments.
    ///
    /// @param urgent whether the customer's mail is at risk meanwhile
    public static Written written(
            RunEffect.IssueCommand effect, Charter charter, Instant at, boolean urgent, Load load) {
        var type = CommandCatalogue.shipped()
                .find(effect.command().text())
                .orElseThrow(() -> new IllegalArgumentException("no service knows the command " + effect.command()));
        var connection = connection(effect, charter);
        var changes = load.changes().stream().map(StoryMessages::change).toList();
        var domains = charter.domains().stream().map(DomainName::text).toList();
        var command = type.build(
                context(effect, charter, connection, at, urgent, load),
                effect.with(),
                new CommandType.Load(domains, load.objects(), changes, targets(charter)));
        return new Written(type.topic(), connection.account().text(), command);
    }

    private static Map<String, ConnectionTarget> targets(Charter charter) {
        return charter.connections().entrySet().stream()
                .collect(Collectors.toMap(
                        role -> role.getKey().text(),
                        role -> new ConnectionTarget(
                                role.getValue().connectionId().text(),
                                role.getValue().account().text())));
    }

    private static ConnectionRef connection(RunEffect.IssueCommand effect, Charter charter) {
        var connection = charter.connections().get(effect.on());
        if (connection == null) {
            throw new IllegalArgumentException("the run has no connection in the role " + effect.on());
        }
        return connection;
    }

    private static CommandContext context(
            RunEffect.IssueCommand effect,
            Charter charter,
            ConnectionRef connection,
            Instant at,
            boolean urgent,
            Load load) {
        var id = effect.id();
        return new CommandContext(
                id.toString(),
                charter.id().text(),
                id.errand().step().text(),
                id.chunk(),
                id.attempt(),
                charter.customerId().text(),
                connection.connectionId().text(),
                connection.account().text(),
                at,
                effect.notAfter(),
                effect.isDryRun(),
                effect.cursor().orElse(null),
                load.approvedChanges().orElse(null),
                urgent);
    }
}
