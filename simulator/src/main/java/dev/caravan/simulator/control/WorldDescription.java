package dev.caravan.simulator.control;

import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.ZoneFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What somebody who starts a run must know of a world.
record WorldDescription(
        String name,
        Side source,
        Side destination,
        List<String> movingDomains,
        List<String> sourceDomains,
        List<String> zones,
        String timeZone,
        String dnsAccount,
        Tsig tsig,
        List<Credentials.Person> persons,
        @Nullable String bittitanWorkgroup) {

    static WorldDescription of(World world) {
        return new WorldDescription(
                world.name(),
                Side.of(world, world.source()),
                Side.of(world, world.destination()),
                texts(world.movingDomains()),
                texts(world.sourceDomains()),
                texts(world.zones().stream().map(ZoneFile::zone).toList()),
                world.source().timeZone(),
                "dns:" + world.name(),
                new Tsig(Credentials.tsigKeyName(world), "hmac-sha256", Credentials.tsigRef(world)),
                Credentials.persons(world),
                workgroup(world));
    }

    private static List<String> texts(List<DomainName> names) {
        return names.stream().map(DomainName::text).toList();
    }

    private static @Nullable String workgroup(World world) {
        byte[] bittitan = world.files().get(World.BITTITAN);
        return bittitan == null
                ? null
                : JsonMapper.shared().readTree(bittitan).path("workgroup").asString(null);
    }

    /// @param application with which a run may sign in there; null for an Exchange server
    record Side(
            String id,
            String initialDomain,
            String displayName,
            String timeZone,
            Credentials.@Nullable Application application) {

        static Side of(World world, Tenant tenant) {
            return new Side(
                    tenant.id(),
                    tenant.initialDomain().text(),
                    tenant.displayName(),
                    tenant.timeZone(),
                    Credentials.application(world, tenant).orElse(null));
        }
    }

    record Tsig(String keyName, String algorithm, String credentialRef) {}
}
