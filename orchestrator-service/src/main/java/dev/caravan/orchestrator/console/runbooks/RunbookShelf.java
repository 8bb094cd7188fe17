package dev.caravan.orchestrator.console.runbooks;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.catalogue.CataloguedCommands;
import dev.caravan.orchestrator.runbook.catalogue.ShippedRunbooks;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import dev.caravan.schemas.CommandCatalogue;
import java.util.List;
import java.util.Optional;

/// The shipped runbooks, and a reader for those that people bring.
public final class RunbookShelf {

    private final ShippedRunbooks shipped = new ShippedRunbooks();

    /// Made when somebody reads first: the language of conditions would cost time at every start.
    private static final class Reader {
        private static final RunbookReader READER =
                new RunbookReader(new CataloguedCommands(CommandCatalogue.shipped()), new CelExpressions());
    }

    /// Their names, the default first.
    public List<String> names() {
        return shipped.names().stream().map(RunbookName::text).toList();
    }

    /// The text of a shipped runbook.
    public Optional<Text> find(String name) {
        return shipped.names().stream()
                .filter(known -> known.text().equals(name))
                .findFirst()
                .flatMap(known -> shipped.find(known).map(yaml -> new Text(ShippedRunbooks.fileName(known), yaml)));
    }

    public Reading read(Text text) {
        return Reader.READER.read(text.file(), text.yaml());
    }

    /// A runbook as somebody wrote it.
    ///
    /// @param file what problems call it
    public record Text(String file, String yaml) {}
}
