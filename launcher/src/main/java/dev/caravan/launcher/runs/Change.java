package dev.caravan.launcher.runs;

import java.util.List;

/// One property of one object, before and after.
///
/// @param sentence what a person reads
public record Change(
        String kind, String id, String property, List<String> before, List<String> after, String sentence) {}
