package dev.caravan.kit.lanes;

/// How much a worker takes on at once.
///
/// @param runningPerLaneMax commands of one account at once; with 1 they run in the order of their partition
/// @param runningMax commands of all accounts at once
/// @param waitingPerLaneMax a partition pauses while one of its lanes has that many commands waiting
/// @param waitingBytesMax all partitions pause while that many bytes are waiting
public record LaneLimits(int runningPerLaneMax, int runningMax, int waitingPerLaneMax, long waitingBytesMax) {

    public LaneLimits {
        requirePositive("runningPerLaneMax", runningPerLaneMax);
        requirePositive("runningMax", runningMax);
        requirePositive("waitingPerLaneMax", waitingPerLaneMax);
        requirePositive("waitingBytesMax", waitingBytesMax);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": must be 1 or more, is " + value);
        }
    }
}
