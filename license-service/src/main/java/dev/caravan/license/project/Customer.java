package dev.caravan.license.project;

/// Whom a workgroup works for.
///
/// @param organizationId what tickets for it are scoped by
public record Customer(String id, String organizationId, String primaryDomain) {}
