package dev.caravan.launcher.runs;

import java.util.List;

/// What a person has changed by hand, as found before and left after.
public record ChangeByHand(String kind, String id, String property, List<String> before, List<String> after) {}
