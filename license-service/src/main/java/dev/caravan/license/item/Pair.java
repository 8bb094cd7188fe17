package dev.caravan.license.item;

/// Addresses between which mail is to be copied.
public record Pair(String from, String to) {}
