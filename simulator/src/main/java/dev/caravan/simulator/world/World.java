package dev.caravan.simulator.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/// A world as it was loaded: every file of its folder, and what is known about two tenants and their zones.
///
/// @param name the name of its folder
/// @param files the bytes of every file by its path, relative to the folder, with `/`
public record World(String name, SortedMap<String, byte[]> files, Tenant source, Tenant destination) {

    private static final String ZONES = "dns/";
    private static final String ZONE = ".zone";

    /// The name as part of a domain name or of a file name.
    public String slug() {
        return slug(name);
    }

    static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "world" : slug.substring(0, Math.min(40, slug.length()));
    }

    /// The zones, in the order of their names.
    public List<ZoneFile> zones() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(ZONES) && file.getKey().endsWith(ZONE))
                .map(file -> zone(file.getKey(), file.getValue()))
                .toList();
    }

    private static ZoneFile zone(String path, byte[] bytes) {
        String name = path.substring(ZONES.length(), path.length() - ZONE.length());
        return new ZoneFile(DomainName.parse(name), path, new String(bytes, StandardCharsets.UTF_8));
    }

    /// Both tenants.
    public List<Tenant> tenants() {
        return List.of(source, destination);
    }
}
