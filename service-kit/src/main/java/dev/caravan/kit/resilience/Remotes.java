package dev.caravan.kit.resilience;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Outcome;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes remote calls as long as the remote answers. Where it keeps failing, nobody calls it for a while; where many
/// want to call it, they take turns. Each account's APIs are on their own.
public final class Remotes implements MeterBinder {

    private final RemoteSettings settings;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    /// @param clock the injected one, so that an open circuit closes in simulated time too
    Remotes(RemoteSettings settings, InstantSource clock) {
        this.settings = settings;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .clock(clock.withZone(ZoneOffset.UTC))
                .failureRateThreshold(settings.failuresPercentMax())
                .minimumNumberOfCalls(settings.callsCountedMin())
                .slidingWindowSize(settings.callsCountedMax())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.probesMax())
                .recordResult(Remotes::isFailure)
                .build());
        this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.concurrentCallsMax())
                .maxWaitDuration(settings.concurrentCallsWaitMax())
                .build());
    }

    /// Makes the call when it may be made.
    ///
    /// @param leave asked when it is the call's turn; the call is made only when it is [Outcome.Done]
    /// @return [Outcome.Failed] for now, with code `circuit-open` or `too-many-calls`, when it was not made
    public <T> Outcome<T> call(
            AccountId account, String api, Supplier<? extends Outcome<?>> leave, Supplier<Outcome<T>> request) {
        var name = account + "/" + api;
        var bulkhead = bulkheads.bulkhead(name);
        if (!bulkhead.tryAcquirePermission()) {
            return Outcome.failedForNow("too-many-calls", "too many calls of " + name + " are under way");
        }
        try {
            return leave.get().then(_ -> unlessOpen(breakers.circuitBreaker(name), request));
        } finally {
            bulkhead.onComplete();
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    private <T> Outcome<T> unlessOpen(CircuitBreaker breaker, Supplier<Outcome<T>> request) {
        return breaker.tryAcquirePermission() ? counted(breaker, request) : open(breaker.getName());
    }

    private static <T> Outcome<T> counted(CircuitBreaker breaker, Supplier<Outcome<T>> request) {
        var begun = breaker.getCurrentTimestamp();
        try {
            var outcome = request.get();
            breaker.onResult(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            breaker.onError(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    private <T> Outcome<T> open(String name) {
        var reason = name + " has failed too often and is left alone for a while";
        return new Outcome.Failed<>(true, "circuit-open", reason, List.of(), Optional.of(settings.openFor()));
    }

    /// A remote that says when to come back is alive.
    private static boolean isFailure(Object outcome) {
        return outcome instanceof Outcome.Failed<?> failed
                && failed.isTransient()
                && failed.retryAfter().isEmpty();
    }
}
