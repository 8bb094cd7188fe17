package dev.caravan.mailbox.addressing;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Names that were found free, by the keys of the wishes for them.
record GivenNames(Map<String, String> byKey) {

    GivenNames {
        byKey = Map.copyOf(byKey);
    }

    /// The name of somebody who wished one.
    String of(String key) {
        return Objects.requireNonNull(byKey.get(key), () -> "no name was wished for " + key);
    }

    /// The name of somebody, if one was wished.
    Optional<String> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
