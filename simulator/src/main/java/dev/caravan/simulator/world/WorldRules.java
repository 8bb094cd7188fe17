package dev.caravan.simulator.world;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What must hold of one world.
final class WorldRules {

    private static final List<String> OBJECT_FILES = List.of(
            World.BITTITAN, "source/exchange/organizationConfig.json", "destination/exchange/organizationConfig.json");

    private WorldRules() {}

    static void check(World world, ZoneRules zoneRules, List<Problem> problems) {
        for (Tenant tenant : world.tenants()) {
            TenantRules.check(tenant, problems);
            DomainRules.check(tenant, problems);
            DirectoryRules.check(tenant, problems);
            RecipientRules.check(tenant, problems);
        }
        OBJECT_FILES.forEach(file -> {
            byte[] bytes = world.files().get(file);
            if (bytes != null) {
                JsonFiles.object(file, bytes, problems);
            }
        });
        BitTitanRules.check(world, problems);
        world.files().forEach((path, bytes) -> {
            if (World.isZone(path)) {
                checkZone(path, bytes, zoneRules, problems);
            }
        });
    }

    private static void checkZone(String path, byte[] bytes, ZoneRules zoneRules, List<Problem> problems) {
        String name = World.zoneName(path);
        DomainName.find(name)
                .map(zone -> new ZoneFile(zone, path, new String(bytes, StandardCharsets.UTF_8)))
                .ifPresentOrElse(
                        file -> problems.addAll(zoneRules.check(file)),
                        () -> problems.add(new Problem(path, 0, "the file's name is not a zone's: " + name)));
    }
}
