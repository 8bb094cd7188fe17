package dev.caravan.simulator.mail;

import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.ZoneFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Who of a world writes to whom: the n-th letter of a world depends on nothing but the world, the seed and n.
///
/// Only addresses that exist, in domains that this world's zones hold, are written to: whatever bounces does so for
/// what
/// happened to the world.
final class Correspondence {

    private static final List<String> OUTSIDE = List.of(
            "orders@supplier-one.example",
            "anna@friends.example",
            "news@weekly-letter.example",
            "office@city-council.example",
            "support@printer-service.example");
    private static final List<Kind> READERS = List.of(
            Kind.MAILBOXES,
            Kind.DISTRIBUTION_GROUPS,
            Kind.DYNAMIC_DISTRIBUTION_GROUPS,
            Kind.UNIFIED_GROUPS,
            Kind.MAIL_PUBLIC_FOLDERS);
    private static final int INWARD_PERCENT = 60;
    private static final int OUTWARD_PERCENT = 20;

    private final long seed;
    private final List<Address> readers = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();

    Correspondence(World world, long seed) {
        this.seed = seed ^ UUID.fromString(world.source().id()).getMostSignificantBits();
        List<DomainName> zones = world.zones().stream().map(ZoneFile::zone).toList();
        world.tenants().forEach(tenant -> list(tenant, zones));
    }

    /// True if nobody is there to be written to.
    boolean silent() {
        return readers.isEmpty();
    }

    /// @param number from 0
    Letter letter(long number) {
        SplittableRandom random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        random.nextLong();
        int percent = random.nextInt(100);
        String stranger = OUTSIDE.get(random.nextInt(OUTSIDE.size()));
        Address reader = readers.get(random.nextInt(readers.size()));
        if (percent < INWARD_PERCENT || writers.isEmpty()) {
            return new Letter(stranger, reader, Optional.empty(), false);
        }
        Writer writer = writers.get(random.nextInt(writers.size()));
        return percent < INWARD_PERCENT + OUTWARD_PERCENT
                ? new Letter(writer.from(), Address.find(stranger).orElseThrow(), Optional.of(writer.tenant()), true)
                : new Letter(writer.from(), reader, Optional.of(writer.tenant()), false);
    }

    /// The seconds after the simulation's beginning at which the first letter is written.
    long firstAfter(long intervalSeconds) {
        return new SplittableRandom(seed).nextLong(intervalSeconds);
    }

    private void list(Tenant tenant, List<DomainName> zones) {
        for (Kind kind : READERS) {
            for (JsonLine recipient : tenant.all(kind)) {
                recipient
                        .texts("EmailAddresses")
                        .forEach(entry -> Address.smtp(entry)
                                .flatMap(Address::find)
                                .filter(address -> zones.stream().anyMatch(zone -> zone.holds(address.domain())))
                                .ifPresent(address -> readers.add(address)));
            }
        }
        for (JsonLine mailbox : tenant.all(Kind.MAILBOXES)) {
            mailbox.text("PrimarySmtpAddress").ifPresent(from -> writers.add(new Writer(from, tenant)));
        }
    }

    private record Writer(String from, Tenant tenant) {}
}
