package dev.caravan.kit.loop;

import dev.caravan.kit.command.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// How long commands take and how they end.
final class CommandMeters {

    private static final String COMMANDS = "caravan.commands";

    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    Timer.Sample begin() {
        return Timer.start(meters);
    }

    void ended(Timer.Sample begun, String command, Outcome<?> outcome) {
        begun.stop(Timer.builder(COMMANDS)
                .description("Commands by name and outcome")
                .tag("command", command)
                .tag("outcome", kind(outcome))
                .register(meters));
    }

    static String kind(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "done";
            case Outcome.More<?> _ -> "more";
            case Outcome.NotYet<?> _ -> "not-yet";
            case Outcome.Refused<?> _ -> "refused";
            case Outcome.Failed<?> failed -> failed.isTransient() ? "failed-for-now" : "failed-for-good";
        };
    }
}
