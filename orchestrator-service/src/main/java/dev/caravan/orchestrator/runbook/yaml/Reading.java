package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.lint.Problem;
import java.util.List;

/// What became of a file.
public sealed interface Reading {

    List<Problem> problems();

    /// A runbook that can be run.
    ///
    /// @param problems warnings at most
    record Readable(Runbook runbook, List<Problem> problems) implements Reading {
        public Readable {
            problems = List.copyOf(problems);
        }
    }

    /// No runbook.
    ///
    /// @param problems everything that is wrong, in the order of the file; at least one error
    record Broken(List<Problem> problems) implements Reading {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
