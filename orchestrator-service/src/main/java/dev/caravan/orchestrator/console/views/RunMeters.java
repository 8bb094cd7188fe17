package dev.caravan.orchestrator.console.views;

import dev.caravan.orchestrator.run.Words;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/// How many runs there are, by state; parked ones wait for somebody to look. Counted over all runs and not those of
/// this instance alone: every instance tells the same.
final class RunMeters implements MeterBinder {

    private final RunViews views;

    RunMeters(RunViews views) {
        this.views = views;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Words.OF_RUNS.forEach(state -> Gauge.builder("caravan.runs", views, runs -> runs.count(state))
                .description("Runs by state, all of them on every instance")
                .tag("state", state)
                .register(meters));
    }
}
