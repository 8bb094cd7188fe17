package dev.caravan.license.pass;

import java.util.Arrays;
import java.util.Optional;

/// Where a pass is, in BitTitan's words.
public enum PassStatus {
    SUBMITTED("Submitted", Stage.BEFORE),
    WAITING_FOR_END_USER("WaitingForEndUser", Stage.STOPPABLE),
    QUEUED("Queued", Stage.BEFORE),
    PROCESSING("Processing", Stage.STOPPABLE),
    STOPPING("Stopping", Stage.BEFORE),
    COMPLETED("Completed", Stage.OVER),
    FAILED("Failed", Stage.OVER),
    STOPPED("Stopped", Stage.OVER),
    MAXIMUM_TRANSFER_REACHED("MaximumTransferReached", Stage.OVER);

    private final String word;
    private final Stage stage;

    private enum Stage {
        BEFORE,
        STOPPABLE,
        OVER
    }

    PassStatus(String word, Stage stage) {
        this.word = word;
        this.stage = stage;
    }

    public static Optional<PassStatus> called(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }

    /// It will become another by itself, and no other pass of the item may be submitted.
    public boolean isUnderWay() {
        return stage != Stage.OVER;
    }

    /// Others are refused until they are running.
    public boolean canBeStopped() {
        return stage == Stage.STOPPABLE;
    }

    @Override
    public String toString() {
        return word;
    }
}
