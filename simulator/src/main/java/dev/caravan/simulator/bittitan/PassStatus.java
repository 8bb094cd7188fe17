package dev.caravan.simulator.bittitan;

import java.util.Arrays;

/// Where a pass is: `MailboxQueueStatus`.
enum PassStatus {
    SUBMITTED("Submitted", true),
    QUEUED("Queued", true),
    PROCESSING("Processing", true),
    STOPPING("Stopping", true),
    COMPLETED("Completed", false),
    FAILED("Failed", false),
    STOPPED("Stopped", false),
    MAXIMUM_TRANSFER_REACHED("MaximumTransferReached", false);

    private final String word;
    private final boolean underWay;

    PassStatus(String word, boolean underWay) {
        this.word = word;
        this.underWay = underWay;
    }

    static PassStatus of(Row pass) {
        return Arrays.stream(values())
                .filter(status -> pass.is("Status", status.word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no pass can be " + pass.text("Status")));
    }

    /// As BitTitan writes it.
    String word() {
        return word;
    }

    /// True while it will become another by itself, and no other pass of the item can be submitted.
    boolean underWay() {
        return underWay;
    }
}
