package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.wire.AddressTakenException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Ends a start with one clear message instead of a stack trace.
final class AddressTakenAnalyzer extends AbstractFailureAnalyzer<AddressTakenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AddressTakenException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Name other ports with --dns-port and --resolver-port, or stop the program that has this one.",
                cause);
    }
}
