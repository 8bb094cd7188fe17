package dev.caravan.kit.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How one API of one account is treated.
///
/// @param concurrentCallsMax calls at once
/// @param concurrentCallsWaitMax how long a call waits for its turn
/// @param failuresPercentMax the circuit opens when that share of the last calls failed, in percent
/// @param callsCountedMin no circuit opens before that many calls
/// @param callsCountedMax how many of the last calls count
/// @param openFor how long an open circuit refuses calls, on the injected clock
/// @param probesMax how many calls then try whether the remote is back
@ConfigurationProperties("caravan.remotes")
record RemoteSettings(
        @DefaultValue("8") int concurrentCallsMax,
        @DefaultValue("1m") Duration concurrentCallsWaitMax,
        @DefaultValue("50") int failuresPercentMax,
        @DefaultValue("10") int callsCountedMin,
        @DefaultValue("20") int callsCountedMax,
        @DefaultValue("30s") Duration openFor,
        @DefaultValue("3") int probesMax) {

    RemoteSettings {
        require(concurrentCallsMax > 0, "concurrent-calls-max", "1 or more", concurrentCallsMax);
        require(!concurrentCallsWaitMax.isNegative(), "concurrent-calls-wait-max", "0 or more", concurrentCallsWaitMax);
        require(
                failuresPercentMax > 0 && failuresPercentMax <= 100,
                "failures-percent-max",
                "1 to 100",
                failuresPercentMax);
        require(callsCountedMin > 0, "calls-counted-min", "1 or more", callsCountedMin);
        require(callsCountedMax >= callsCountedMin, "calls-counted-max", "at least calls-counted-min", callsCountedMax);
        require(openFor.isPositive(), "open-for", "above 0", openFor);
        require(probesMax > 0, "probes-max", "1 or more", probesMax);
    }

    private static void require(boolean holds, String name, String wanted, Object is) {
        if (!holds) {
            throw new IllegalArgumentException("caravan.remotes." + name + ": must be " + wanted + ", is " + is);
        }
    }
}
