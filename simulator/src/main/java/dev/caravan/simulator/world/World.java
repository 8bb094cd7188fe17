package dev.caravan.simulator.world;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/// A world as it was loaded: every file of its folder, and what is known about two tenants and their zones.
///
/// @param name the name of its folder, or with a number after it where another world has that name
/// @param folder where it was loaded from
/// @param files the bytes of every file by its path, relative to the folder, with `/`
public record World(String name, Path folder, SortedMap<String, byte[]> files, Tenant source, Tenant destination) {

    /// The file that says what the service provider has at BitTitan.
    public static final String BITTITAN = "bittitan.json";

    private static final String ZONES = "dns/";
    private static final String ZONE = ".zone";
    private static final int SLUG_MAX = 40;

    /// The name as part of a domain name or of a file name.
    public String slug() {
        return slug(name);
    }

    static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty()
                ? "world"
                : slug.substring(Math.max(0, slug.length() - SLUG_MAX)).replaceAll("^-", "");
    }

    /// The zones, in the order of their files.
    public List<ZoneFile> zones() {
        return files.entrySet().stream()
                .filter(file -> isZone(file.getKey()))
                .map(file -> zone(file.getKey(), file.getValue()))
                .toList();
    }

    static boolean isZone(String path) {
        return path.startsWith(ZONES) && path.endsWith(ZONE) && path.indexOf('/', ZONES.length()) < 0;
    }

    static String zoneName(String path) {
        return path.substring(ZONES.length(), path.length() - ZONE.length());
    }

    private static ZoneFile zone(String path, byte[] bytes) {
        return new ZoneFile(DomainName.parse(zoneName(path)), path, new String(bytes, StandardCharsets.UTF_8));
    }

    /// Both tenants.
    public List<Tenant> tenants() {
        return List.of(source, destination);
    }

    /// The source's verified domains but the initial one.
    public List<DomainName> sourceDomains() {
        return source.verifiedDomains().stream()
                .filter(domain -> !domain.equals(source.initialDomain()))
                .toList();
    }

    /// Those of them whose records are in a zone here, be it their own or that of a domain above.
    public List<DomainName> movingDomains() {
        List<DomainName> zones = zones().stream().map(ZoneFile::zone).toList();
        return sourceDomains().stream()
                .filter(domain -> zones.stream().anyMatch(zone -> zone.holds(domain)))
                .toList();
    }
}
