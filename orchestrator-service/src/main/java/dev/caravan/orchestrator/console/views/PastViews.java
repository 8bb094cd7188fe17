package dev.caravan.orchestrator.console.views;

import java.util.Map;

/// Reads again from the topic what was left out of memory.
@FunctionalInterface
interface PastViews {

    /// The last record of each key of that run, deleted ones left out, as the partition stands now.
    Map<ViewKey, Line> read(String runId, int partition);
}
