package dev.caravan.launcher.simulation;

import java.util.Map;

/// Where the simulated name servers listen.
///
/// @param servers `host:port` by server name with the final dot
/// @param resolver `host:port` of the caching resolver
public record NameServers(Map<String, String> servers, String resolver) {}
