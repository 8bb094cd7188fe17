package dev.caravan.orchestrator.console.writes;

import dev.caravan.orchestrator.console.views.InputOutcome;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.inputs.InputContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/// Puts requests to runs, and hears what became of them.
public final class Requests {

    private static final String INPUT = "input";

    private final WriteLog log;
    private final RunViews views;
    private final InstantSource clock;

    public Requests(WriteLog log, RunViews views, InstantSource clock) {
        this.log = log;
        this.views = views;
        this.clock = clock;
    }

    /// What the client holds in its hands.
    ///
    /// @param outcome empty while it is not known
    public record Receipt(String inputId, String runId, Optional<InputOutcome> outcome) {}

    /// Whether this request, by its idempotency key, has not been folded yet.
    public boolean isNew(String runId, Caller caller) throws InterruptedException {
        return caller.idempotencyKey().isEmpty()
                || views.outcome(runId, caller.idFor(INPUT), Duration.ZERO).isEmpty();
    }

    /// What became of a request that was folded before.
    public Receipt replay(String runId, Caller caller) throws InterruptedException {
        var inputId = caller.idFor(INPUT);
        return new Receipt(inputId, runId, views.outcome(runId, inputId, Duration.ZERO));
    }

    /// Writes the request down and waits that long at most until the run has folded it. The same request again is not
    /// written again once it was folded, and answers the same.
    public Receipt put(String runId, Caller caller, Duration wait, Function<InputContext, SpecificRecord> request)
            throws InterruptedException {
        var inputId = caller.idFor(INPUT);
        if (views.outcome(runId, inputId, Duration.ZERO).isEmpty()) {
            var now = clock.instant();
            var input = request.apply(
                    new InputContext(inputId, runId, caller.person().name(), now));
            log.append(new WriteLog.Entry(TopicCatalogue.RUN_INPUTS, runId, input, inputId, now, caller.traceparent()));
        }
        return new Receipt(inputId, runId, views.outcome(runId, inputId, wait));
    }
}
