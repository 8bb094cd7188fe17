package dev.caravan.orchestrator.runbook.text;

import dev.caravan.orchestrator.runbook.Runbook;

/// Runbooks as people read them, in a terminal or on a page: plain text, lines ending in a line feed.
public final class RunbookText {

    private RunbookText() {}

    /// A table: each step's id, kind, title, guide numbers, moments, needs and back-out, in the order of the file.
    public static String steps(Runbook runbook) {
        return new StepTable(runbook).text();
    }

    /// Sentences in the order of what happens: who does what, when, what it waits for, what undoes it, and at the end
    /// what cannot be undone.
    public static String plan(Runbook runbook, Occasion occasion) {
        return new PlanText(runbook, occasion).text();
    }
}
