package dev.caravan.orchestrator.runbook.yaml;

import java.util.Locale;

/// Makes words of ids.
final class Titles {

    private Titles() {}

    /// `prove-ttl` reads `Prove ttl`.
    static String of(String id) {
        var words = id.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
