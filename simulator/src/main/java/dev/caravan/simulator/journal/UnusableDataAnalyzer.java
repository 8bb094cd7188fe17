package dev.caravan.simulator.journal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Ends a start with one clear message instead of a stack trace.
final class UnusableDataAnalyzer extends AbstractFailureAnalyzer<UnusableDataException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableDataException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Name another directory with --data, or empty this one.", cause);
    }
}
