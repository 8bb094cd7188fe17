package dev.caravan.license.project;

/// What BitTitan calls a mailbox connector: items, which are copied from one endpoint to another.
public record Project(String id, String name) {}
