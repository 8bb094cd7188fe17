package dev.caravan.launcher.simulation;

import java.util.Map;

/// What the simulator has counted.
///
/// @param calls number of calls by API
/// @param throttled how many of them were answered with a throttle
/// @param messages sent, delivered, deferred, bounced
public record Summary(Map<String, Long> calls, long throttled, Map<String, Long> messages) {}
