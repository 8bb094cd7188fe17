package dev.caravan.orchestrator.ledger;

import dev.caravan.orchestrator.runbook.StepId;
import java.util.List;
import java.util.Optional;

/// Answers "what was changed, and why does this object look so?" from the ledger of a run.
public interface LedgerQueries {

    /// The lines of a run that the query asks for, or who can be asked for them.
    Answer changes(String runId, Query query);

    /// @param object an object's id, exactly
    /// @param step a step of the run
    /// @param after where the page before ended, as its `next` said
    /// @param limit lines in one answer at most, 1 or more
    record Query(Optional<String> object, Optional<StepId> step, Optional<String> after, int limit) {
        public Query {
            if (limit < 1) {
                throw new IllegalArgumentException("limit: must be 1 or more, is " + limit);
            }
        }
    }

    sealed interface Answer {

        /// @param lines sorted by step and object, or by object where one was asked for
        /// @param next where the next page begins; empty when this is the last one
        record Page(List<LedgerLine> lines, Optional<String> next) implements Answer {
            public Page {
                lines = List.copyOf(lines);
            }
        }

        /// Another instance holds the run.
        record Elsewhere(String host, int port) implements Answer {}

        /// Nobody can be asked now: an instance starts or stops. Try again.
        record Unavailable(String why) implements Answer {}
    }
}
