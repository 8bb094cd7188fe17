package dev.caravan.license.project;

/// A way into a tenant, which belongs to a customer.
public record Endpoint(String id, String name) {}
