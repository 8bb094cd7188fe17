package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.run.RunInput;
import java.util.Optional;

/// What a worker says of a snapshot that it has finished.
///
/// @param objects how many objects it holds
/// @param digest of all of them, in hex
record Capture(String snapshotId, long objects, String digest) {

    /// The capture that an answer tells; empty for any other answer.
    static Optional<Capture> of(RunInput.Answer answer) {
        return answer instanceof RunInput.Done done
                        && done.facts().get("snapshotId") instanceof String snapshot
                        && done.facts().get("objects") instanceof Number objects
                        && done.facts().get("digest") instanceof String digest
                ? Optional.of(new Capture(snapshot, objects.longValue(), digest))
                : Optional.empty();
    }
}
