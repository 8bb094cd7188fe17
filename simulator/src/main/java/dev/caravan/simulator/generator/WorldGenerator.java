package dev.caravan.simulator.generator;

import dev.caravan.simulator.world.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/// Makes worlds: the same seed, size and traps give the same bytes, different seeds give worlds that can be loaded
/// together.
public final class WorldGenerator {

    /// No name begins with another one, so that a name and a seed's text can be told apart.
    private static final List<String> SOURCES =
            List.of("adatum", "bellows", "cronus", "fourthcoffee", "litware", "margies", "proseware", "tailspin");
    private static final List<String> DESTINATIONS =
            List.of("alpine", "datumgroup", "graphicdesign", "lucerne", "northwind", "relecloud", "trey", "wingtip");
    private static final List<Home> HOMES = List.of(
            new Home("DE", "Europe/Berlin"),
            new Home("GB", "Europe/London"),
            new Home("FR", "Europe/Paris"),
            new Home("US", "America/New_York"),
            new Home("BR", "America/Sao_Paulo"),
            new Home("JP", "Asia/Tokyo"),
            new Home("AU", "Australia/Sydney"));
    private static final String CLASSIC_HOST = "{dashes}.mail.protection.outlook.com";
    private static final List<String> HOSTS =
            List.of(CLASSIC_HOST, "{dashes}.a-v1.mx.microsoft", "{dashes}.k-v1.mx.microsoft");

    private final long seed;
    private final Traps traps;
    private final Draw draw;
    private final Lines lines = new Lines();

    private WorldGenerator(long seed, Traps traps) {
        this.seed = seed;
        this.traps = traps;
        this.draw = new Draw(seed);
    }

    /// All files of a world by their path.
    public static SortedMap<String, byte[]> generate(long seed, Traps traps) {
        return new WorldGenerator(seed, traps).generate();
    }

    private SortedMap<String, byte[]> generate() {
        String suffix = Long.toUnsignedString(seed, Character.MAX_RADIX);
        String name = draw.pick(SOURCES) + "-" + suffix;
        List<String> moving = movingDomains(name);
        List<String> domains = new ArrayList<>(moving);
        for (int i = 0; i < traps.count(TrapKind.SUB_DOMAIN); i++) {
            domains.add("field." + moving.get(i));
        }
        List<String> relays = moving.subList(moving.size() - traps.count(TrapKind.RELAYS), moving.size());
        Organisation source = organisation(Side.SOURCE, name, domains, relays, CLASSIC_HOST);
        String other = draw.pick(DESTINATIONS) + "-" + suffix;
        boolean bare = traps.count(TrapKind.BARE_DESTINATION) > 0;
        Organisation destination = organisation(
                Side.DESTINATION, other, bare ? List.of() : List.of(other + ".example"), List.of(), draw.pick(HOSTS));
        SourceTenant from = new SourceTenant(source, traps, draw, lines);
        from.write();
        new DestinationTenant(destination, traps, draw, lines)
                .write(from.staff().people());
        zones(source, moving);
        surroundings(from.staff());
        return lines.files();
    }

    private List<String> movingDomains(String name) {
        List<String> moving = new ArrayList<>();
        for (int i = 0; i < traps.count(TrapKind.MOVING_DOMAINS); i++) {
            moving.add(name + (i == 0 ? "" : i == 1 ? "-group" : "-group" + i) + ".example");
        }
        return moving;
    }

    private Organisation organisation(Side side, String name, List<String> domains, List<String> relays, String hosts) {
        Home home = draw.pick(HOMES);
        String display = name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1).replace('-', ' ');
        return new Organisation(
                side,
                draw.guid(),
                display,
                home.country(),
                home.timeZone(),
                name.replace("-", "") + ".onmicrosoft.com",
                domains,
                relays,
                hosts,
                draw.guid());
    }

    private void zones(Organisation source, List<String> moving) {
        Zones zones = new Zones(source, traps, draw);
        for (int i = 0; i < moving.size(); i++) {
            String subDomain = i < traps.count(TrapKind.SUB_DOMAIN) ? "field." + moving.get(i) : "";
            lines.text("dns/" + moving.get(i) + ".zone", zones.zone(moving.get(i), i, subDomain));
        }
    }

    private void surroundings(Staff staff) {
        int mailboxes = staff.all().size();
        lines.document(
                "bittitan.json",
                Lines.object(
                        "workgroup",
                        "Northwind MSP " + Long.toUnsignedString(seed, Character.MAX_RADIX),
                        "licencePacks",
                        List.of(
                                pack("MspcEndUserYearlySubscription", mailboxes + 10),
                                pack("MailboxMigration", 5 + mailboxes / 10)),
                        "throughputGbPerHourPerMailbox",
                        0.75));
        lines.document(
                "expect.json",
                Lines.object(
                        "note", "what planning must find in this world",
                        "collisions", staff.collisions(),
                        "overFiftyGb", traps.count(TrapKind.LARGE),
                        "features", features()));
    }

    private static Object pack(String product, int purchased) {
        return Lines.object(
                "ProductName",
                product,
                "Purchased",
                purchased,
                "Granted",
                0,
                "Used",
                0,
                "Revoked",
                0,
                "ExpireDate",
                "2027-10-01T00:00:00Z");
    }

    private Object features() {
        Object[] features = new Object[2 * TrapKind.values().length];
        for (TrapKind kind : TrapKind.values()) {
            features[2 * kind.ordinal()] = kind.option();
            features[2 * kind.ordinal() + 1] = traps.count(kind);
        }
        return Lines.object(features);
    }

    private record Home(String country, String timeZone) {}
}
