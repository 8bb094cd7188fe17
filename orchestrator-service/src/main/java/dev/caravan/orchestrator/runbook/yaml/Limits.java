package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Interval;
import dev.caravan.orchestrator.runbook.Retry;
import java.time.Duration;

/// Bounds of what a runbook may say, and what counts when it says nothing.
final class Limits {

    static final int WORD_MAX = 200;
    static final int TITLE_MAX = 200;
    static final int SENTENCE_MAX = 1_000;
    static final int INSTRUCTIONS_MAX = 10_000;
    static final int EXPRESSION_MAX = 1_000;
    static final int STEPS_MAX = 1_000;
    static final int ACTS_MAX = 50;
    static final int CHUNK_MAX = 1_000;
    static final int WINDOW_MAX = 64;
    static final int ATTEMPTS_MAX = 100;
    static final double FACTOR_MAX = 10;
    static final Duration DURATION_MAX = Duration.ofDays(400);

    static final int CHUNK = 50;
    static final int WINDOW = 4;
    static final Duration TIMEOUT = Duration.ofMinutes(30);
    static final Retry RETRY = new Retry(5, new Interval(Duration.ofSeconds(30), 2, Duration.ofMinutes(10)));
    static final Interval EVERY = new Interval(Duration.ofMinutes(1), 2, Duration.ofMinutes(30));
    static final Duration CHECK_TIMEOUT = Duration.ofHours(12);

    private Limits() {}
}
