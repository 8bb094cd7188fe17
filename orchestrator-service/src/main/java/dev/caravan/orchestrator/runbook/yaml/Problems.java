package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.lint.Mark;
import dev.caravan.orchestrator.runbook.lint.Problem;
import java.util.ArrayList;
import java.util.List;

/// What was found wrong while reading, so that reading can go on.
final class Problems {

    private static final int TOLD_MAX = 500;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void error(Mark mark, String message) {
        if (found.size() < TOLD_MAX) {
            found.add(Problem.error(file, mark, message));
        }
    }

    int count() {
        return found.size();
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
