package dev.caravan.orchestrator.console.changes;

import dev.caravan.orchestrator.console.documents.LedgerDocument;
import dev.caravan.orchestrator.console.documents.LossesDocument;
import dev.caravan.orchestrator.console.documents.LossesDocument.Loss;
import dev.caravan.orchestrator.console.documents.StepDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.ledger.LedgerQueries.Query;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Answers what a back-out cannot, or did not, take back: what the runbook declares of its steps, per object as far as
/// the ledger knows them, and what was kept on the way back.
public final class LossDesk {

    private static final String IRREVERSIBLE = "irreversible: ";
    private static final String SUCCEEDED = "succeeded";
    private static final Set<String> LEFT_OUT = Set.of("skipped", "not-needed", "cancelled");

    private final RunViews views;
    private final Places places;
    private final LedgerDesk ledger;

    LossDesk(RunViews views, Places places, LedgerDesk ledger) {
        this.views = views;
        this.places = places;
        this.ledger = ledger;
    }

    /// @param after where the page before ended, as its `next` said
    public LossesDocument losses(String runId, Optional<String> after, int limit) throws InterruptedException {
        var losses = new ArrayList<Loss>();
        var from = after.map(Cursor::parse).orElse(Cursor.START);
        for (var step : views.steps(runId).stream().map(StepDocument::of).toList()) {
            if (step.position() >= from.position() && cause(step).isPresent()) {
                var lines = step.position() == from.position() ? from.lines() : Optional.<String>empty();
                var next = collect(runId, step, lines, limit, losses);
                if (next.isPresent()) {
                    return new LossesDocument(losses, next.get().toString());
                }
            }
        }
        return new LossesDocument(losses, null);
    }

    /// Adds the losses of a step until the page is full; the place where the next one begins, if it is.
    private Optional<Cursor> collect(
            String runId, StepDocument step, Optional<String> after, int limit, List<Loss> losses)
            throws InterruptedException {
        var next = after;
        do {
            if (losses.size() >= limit) {
                return Optional.of(new Cursor(step.position(), next));
            }
            var page = lines(runId, step, next, limit - losses.size());
            page.changes().stream().flatMap(line -> ofLine(step, line)).forEach(losses::add);
            next = Optional.ofNullable(page.next());
        } while (next.isPresent());
        if (step.changes() == 0) {
            ofStep(step).ifPresent(losses::add);
        }
        return Optional.empty();
    }

    private LedgerDocument lines(String runId, StepDocument step, Optional<String> after, int limit)
            throws InterruptedException {
        return step.changes() == 0
                ? new LedgerDocument(List.of(), null)
                : ledger.changes(
                        runId, new Query(Optional.empty(), Optional.of(StepId.parse(step.stepId())), after, limit));
    }

    private Stream<Loss> ofLine(StepDocument step, LedgerDocument.Line line) {
        var cause = cause(step).orElseThrow();
        var isLost = cause == Cause.CONFLICT
                ? line.state().equals("conflict")
                : !line.state().equals("undone");
        return isLost
                ? Stream.of(new Loss(
                        step.stepId(),
                        cause.toString(),
                        true,
                        line.kind(),
                        line.id(),
                        line.property(),
                        line.before(),
                        cause == Cause.CONFLICT ? line.sentence() : reason(step, cause),
                        line.connectionId(),
                        line.account(),
                        line.tenantId()))
                : Stream.empty();
    }

    /// A step that is not done yet, or of which nothing is recorded.
    private Optional<Loss> ofStep(StepDocument step) {
        var cause = cause(step).orElseThrow();
        if (cause == Cause.CONFLICT || LEFT_OUT.contains(step.state()) || didNothing(step)) {
            return Optional.empty();
        }
        var on = places.of(step);
        return Optional.of(new Loss(
                step.stepId(),
                cause.toString(),
                cause == Cause.UNDO_SKIPPED || step.state().equals(SUCCEEDED),
                step.kind(),
                step.stepId(),
                "",
                List.of(),
                reason(step, cause),
                on.connectionId(),
                on.account(),
                on.tenantId()));
    }

    /// What has gone over objects and changed none of them has taken nothing from anybody.
    private static boolean didNothing(StepDocument step) {
        return step.state().equals(SUCCEEDED) && step.objectsDone() > 0 && step.changes() == 0;
    }

    private enum Cause {
        IRREVERSIBLE,
        CONFLICT,
        UNDO_SKIPPED;

        @Override
        public String toString() {
            return switch (this) {
                case IRREVERSIBLE -> "irreversible";
                case CONFLICT -> "conflict";
                case UNDO_SKIPPED -> "undo-skipped";
            };
        }
    }

    private static Optional<Cause> cause(StepDocument step) {
        if (step.backOut().startsWith(IRREVERSIBLE)) {
            return Optional.of(Cause.IRREVERSIBLE);
        }
        if (step.state().equals("undo-skipped")) {
            return Optional.of(Cause.UNDO_SKIPPED);
        }
        return step.conflicts().isEmpty() ? Optional.empty() : Optional.of(Cause.CONFLICT);
    }

    private static String reason(StepDocument step, Cause cause) {
        return cause == Cause.IRREVERSIBLE
                ? step.backOut().substring(IRREVERSIBLE.length())
                : "its undo was skipped: " + step.reason();
    }

    /// Where a page ended: the position of a step, and within its lines of the ledger.
    private record Cursor(int position, Optional<String> lines) {

        static final Cursor START = new Cursor(0, Optional.empty());

        static Cursor parse(String text) {
            var dot = text.indexOf('.');
            try {
                var position = Integer.parseInt(text.substring(0, Math.max(dot, 0)));
                return new Cursor(position, Optional.of(text.substring(dot + 1)).filter(rest -> !rest.isEmpty()));
            } catch (NumberFormatException notOne) {
                throw Problems.field("after", "is not what `next` of an earlier page said");
            }
        }

        @Override
        public String toString() {
            return position + "." + lines.orElse("");
        }
    }
}
