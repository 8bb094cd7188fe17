package dev.caravan.orchestrator.console.http;

import java.time.Duration;

/// How long a caller wants to wait for what becomes of a request: `?wait` (half a minute) or `?wait=<seconds>`.
public record Patience(Duration time) {}
