package dev.caravan.license.pass;

import java.time.Instant;
import java.util.Optional;

/// What BitTitan calls a mailbox migration.
///
/// @param type in BitTitan's words
/// @param itemStart no item before it is copied
/// @param completed when it was over, however it ended
/// @param failure what BitTitan says went wrong; empty: nothing
public record Pass(
        String id,
        String itemId,
        String type,
        PassStatus status,
        Instant itemStart,
        Instant created,
        Optional<Instant> completed,
        String failure) {

    boolean isUnderWay() {
        return status.isUnderWay();
    }

    Instant ended() {
        return completed.orElse(created);
    }
}
