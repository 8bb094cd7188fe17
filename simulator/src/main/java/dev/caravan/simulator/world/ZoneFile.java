package dev.caravan.simulator.world;

/// A zone as it stands in a world.
///
/// @param zone its apex, which is the file's name
/// @param path the file, relative to the world's folder, such as `dns/fabrikam.example.zone`
/// @param text the whole master file
public record ZoneFile(DomainName zone, String path, String text) {}
