package dev.caravan.m365.call;

import dev.caravan.m365.governor.Api;
import dev.caravan.m365.governor.Limit;
import dev.caravan.m365.governor.Limits;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much is asked of Microsoft's hosts. What Graph carries is published; what Exchange Online carries is learnt.
///
/// @param instances how many instances of services use one application at once: Graph's limits for an application in
///     all its tenants are shared equally among them
/// @param graphUsePercent how much of Graph's published limits is used, in percent
/// @param exchangeCmdletsStart how many cmdlets in a second are tried at first, in one tenant
/// @param exchangeCmdletsMax how many cmdlets in a second are never exceeded, in one tenant
/// @param exchangeWritesStart how many of these may change something at first
/// @param exchangeWritesMax how many of these may ever change something
/// @param pauseMax the longest pause before a request; a host that wants to be left alone for longer is left to the run
/// @param waitMax how long a request waits for its turn, in all its pauses
/// @param throttledMax how often a request, or a part of a batch, that was throttled is sent again
/// @param readsAgainMax how often what only reads is sent again when the host is not well
/// @param readsAgainAfter the pause before that is done first, give or take a half; each further one is twice as long
@ConfigurationProperties("caravan.microsoft365.governor")
public record GovernorSettings(
        @DefaultValue("1") int instances,
        @DefaultValue("98") int graphUsePercent,
        @DefaultValue("20") int exchangeCmdletsStart,
        @DefaultValue("200") int exchangeCmdletsMax,
        @DefaultValue("5") int exchangeWritesStart,
        @DefaultValue("100") int exchangeWritesMax,
        @DefaultValue("1m") Duration pauseMax,
        @DefaultValue("15m") Duration waitMax,
        @DefaultValue("60") int throttledMax,
        @DefaultValue("3") int readsAgainMax,
        @DefaultValue("2s") Duration readsAgainAfter) {

    /// How long it takes until a rest has saved up a burst of cmdlets, at the rate that is tried at first.
    private static final int EXCHANGE_BURST_SECONDS = 12;

    public GovernorSettings {
        require(instances > 0, "instances", "1 or more", instances);
        require(graphUsePercent > 0 && graphUsePercent <= 100, "graph-use-percent", "1 to 100", graphUsePercent);
        require(exchangeCmdletsStart > 0, "exchange-cmdlets-start", "1 or more", exchangeCmdletsStart);
        require(
                exchangeCmdletsMax >= exchangeCmdletsStart,
                "exchange-cmdlets-max",
                "at least exchange-cmdlets-start",
                exchangeCmdletsMax);
        require(exchangeWritesStart > 0, "exchange-writes-start", "1 or more", exchangeWritesStart);
        require(
                exchangeWritesMax >= exchangeWritesStart,
                "exchange-writes-max",
                "at least exchange-writes-start",
                exchangeWritesMax);
        require(pauseMax.isPositive(), "pause-max", "above 0", pauseMax);
        require(waitMax.compareTo(pauseMax) >= 0, "wait-max", "at least pause-max", waitMax);
        require(throttledMax >= 0, "throttled-max", "0 or more", throttledMax);
        require(readsAgainMax >= 0, "reads-again-max", "0 or more", readsAgainMax);
        require(readsAgainAfter.isPositive(), "reads-again-after", "above 0", readsAgainAfter);
    }

    Map<Api, Limits> limits() {
        return Map.of(
                Api.GRAPH, Limits.ofGraph(graphUsePercent / 100.0, instances),
                Api.EXCHANGE,
                        Limits.ofExchange(
                                learnt(exchangeCmdletsStart, exchangeCmdletsMax),
                                learnt(exchangeWritesStart, exchangeWritesMax)));
    }

    private static Limit learnt(int start, int max) {
        return new Limit(start, max, (double) start * EXCHANGE_BURST_SECONDS);
    }

    private static void require(boolean holds, String name, String wanted, Object is) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "caravan.microsoft365.governor." + name + ": must be " + wanted + ", is " + is);
        }
    }
}
