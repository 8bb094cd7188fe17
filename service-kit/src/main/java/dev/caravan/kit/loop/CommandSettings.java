package dev.caravan.kit.loop;

import dev.caravan.kit.lanes.LaneLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How many commands a worker takes on at once.
///
/// @param runningPerAccountMax commands of one account at once; with 1 they run in the order in which they were issued
/// @param runningMax commands of all accounts at once
/// @param waitingPerAccountMax from how many waiting commands of one account on their partition pauses
/// @param waitingSizeMax from how many waiting bytes on all partitions pause
/// @param stopWaitMax how long a rebalance or a shutdown waits for running commands to stop
@ConfigurationProperties("caravan.commands")
record CommandSettings(
        @DefaultValue("4") int runningPerAccountMax,
        @DefaultValue("64") int runningMax,
        @DefaultValue("64") int waitingPerAccountMax,
        @DefaultValue("16MB") DataSize waitingSizeMax,
        @DefaultValue("15s") Duration stopWaitMax) {

    CommandSettings {
        require(runningPerAccountMax > 0, "running-per-account-max", "1 or more", runningPerAccountMax);
        require(runningMax > 0, "running-max", "1 or more", runningMax);
        require(waitingPerAccountMax > 0, "waiting-per-account-max", "1 or more", waitingPerAccountMax);
        require(waitingSizeMax.toBytes() > 0, "waiting-size-max", "above 0", waitingSizeMax);
        require(stopWaitMax.isPositive(), "stop-wait-max", "above 0", stopWaitMax);
    }

    LaneLimits limits() {
        return new LaneLimits(runningPerAccountMax, runningMax, waitingPerAccountMax, waitingSizeMax.toBytes());
    }

    private static void require(boolean holds, String name, String wanted, Object is) {
        if (!holds) {
            throw new IllegalArgumentException("caravan.commands." + name + ": must be " + wanted + ", is " + is);
        }
    }
}
