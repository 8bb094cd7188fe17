package dev.caravan.dns.records;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a way back is that has to outlast caches: what the cursor of its command carries from part to part.
///
/// @param applied how many changes were taken back
/// @param until when no cache holds any more what was before; empty until every server serves what is now
record Outlasting(int applied, Optional<Instant> until) {

    static final Outlasting BEGUN = new Outlasting(0, Optional.empty());

    private static final String SEPARATOR = " ";

    /// Reads what [#cursor] wrote. Throws [IllegalArgumentException] or a subclass for anything else.
    static Outlasting of(String cursor) {
        var fields = cursor.split(SEPARATOR, 2);
        return new Outlasting(
                Integer.parseInt(fields[0]),
                Stream.of(fields).skip(1).map(Instant::parse).findFirst());
    }

    String cursor() {
        return applied + until.map(it -> SEPARATOR + it).orElse("");
    }

    /// More had to be taken back, which caches do not know yet.
    Outlasting and(int more) {
        return new Outlasting(applied + more, Optional.empty());
    }

    Outlasting lasting(Instant end) {
        return new Outlasting(applied, Optional.of(end));
    }
}
