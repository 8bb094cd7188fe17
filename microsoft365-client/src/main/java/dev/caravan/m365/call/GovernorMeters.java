package dev.caravan.m365.call;

import dev.caravan.m365.governor.Api;
import dev.caravan.m365.governor.Governor;
import dev.caravan.m365.governor.Key;
import dev.caravan.m365.governor.Said;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What is asked of each API, and how often and how long it is waited for.
final class GovernorMeters {

    private static final String PREFIX = "caravan.microsoft365.";
    private static final String API = "api";

    private final MeterRegistry meters;
    private final Set<Key> watched = ConcurrentHashMap.newKeySet();

    GovernorMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Shows at which rate requests of that key may be sent, under a name like those of the circuit breakers.
    void watch(Governor governor, Key key) {
        if (watched.add(key)) {
            gauge(governor, key, Said.Counted.UNITS, "units");
            gauge(governor, key, Said.Counted.WRITES, "writes");
        }
    }

    /// An answer came, to a request or to one part of a batch.
    void told(Api api, Said said) {
        meters.counter(PREFIX + "answers", API, api.toString()).increment();
        if (said instanceof Said.Throttled) {
            meters.counter(PREFIX + "throttled", API, api.toString()).increment();
        }
    }

    void waited(Api api, Duration wait) {
        meters.timer(PREFIX + "waited", API, api.toString()).record(wait);
    }

    private void gauge(Governor governor, Key key, Said.Counted counted, String of) {
        Gauge.builder(PREFIX + "rate", () -> governor.rate(key, counted))
                .tag(API, key.api().toString())
                .tag("name", key.tenantId() + "/" + key.applicationId())
                .tag("of", of)
                .baseUnit("per second")
                .register(meters);
    }
}
