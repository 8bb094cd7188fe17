package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.trouble.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs a cmdlet and cuts its answer into pages.
///
/// @param sizeMax how many rows a page may have
record Exchange(Asked asked, int sizeMax) {

    static final int PAGE_SIZE_MAX = 1000;

    private static final String TRUNCATED = "There are more results available than are currently displayed. To view"
            + " them, increase the value for the ResultSize parameter.";

    /// What came of a call.
    sealed interface Answer {

        record Rows(JsonNode body) implements Answer {}

        record Failed(CmdletError error) implements Answer {}

        /// No such cmdlet for this application; the real service answers nothing that can be read.
        record Forbidden() implements Answer {}

        /// Something goes wrong on the way.
        record Troubled(Trouble trouble) implements Answer {}

        /// Whatever was done, nobody hears of it.
        record Lost() implements Answer {}
    }

    Answer run(Repertoire repertoire, Change change, Cmdlet cmdlet) {
        Optional<Cmdlets.Definition> definition = repertoire.find(cmdlet.name());
        if (definition.isEmpty()) {
            return new Answer.Forbidden();
        }
        try {
            return new Answer.Rows(page(definition.get(), repertoire.heedsResultSize(), change, cmdlet));
        } catch (CmdletError error) {
            change.discard();
            return new Answer.Failed(repertoire.worded(error));
        }
    }

    /// Where a cmdlet knows `ResultSize`, an answer without it is cut off after one row: one of
    /// the two ways in which the service was seen to behave, and the stricter.
    ///
    /// @param heeding whether `ResultSize` means anything
    private ObjectNode page(Cmdlets.Definition definition, boolean heeding, Change change, Cmdlet cmdlet) {
        Result result = definition.run(change, cmdlet);
        List<ObjectNode> all = new Rows(asked.select()).of(result.rows());
        boolean truncated = heeding
                && definition.limited()
                && cmdlet.text(Cmdlet.RESULT_SIZE)
                        .filter("Unlimited"::equalsIgnoreCase)
                        .isEmpty();
        int size = truncated ? cmdlet.resultSize().orElse(1) : sizeMax;
        List<String> warnings = new ArrayList<>(result.warnings(change, cmdlet));
        if (truncated && asked.leaves(all.size(), size)) {
            warnings.add(TRUNCATED);
        }
        return asked.page(
                "https://outlook.office.com/adminapi/beta/" + change.tenant().id(), warnings, all, size);
    }
}
