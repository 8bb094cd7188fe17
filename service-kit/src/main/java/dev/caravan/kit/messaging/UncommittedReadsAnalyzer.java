package dev.caravan.kit.messaging;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in one sentence why the service did not start.
final class UncommittedReadsAnalyzer extends AbstractFailureAnalyzer<UncommittedReads> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UncommittedReads cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Import classpath:service-kit.yaml, and do not override the isolation level.",
                cause);
    }
}
