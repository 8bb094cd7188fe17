package dev.caravan.dns.domain;

/// The tenant that has verified a domain, as the world's directory of tenants says.
///
/// @param tenantId its Entra id
/// @param displayName for people only: anybody may call a tenant anything
public record DomainHolder(String tenantId, String displayName) {}
