package dev.caravan.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What must hold of worlds that are simulated together, and of the two tenants of each.
final class TogetherRules {

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> holders = new HashMap<>();

    private TogetherRules() {}

    static List<Problem> check(List<World> worlds) {
        TogetherRules rules = new TogetherRules();
        worlds.forEach(rules::check);
        return rules.problems;
    }

    private void check(World world) {
        for (ZoneFile zone : world.zones()) {
            one("the zone " + zone.zone(), world, zone.path(), "one authority serves a zone");
        }
        for (Tenant tenant : world.tenants()) {
            String file = tenant.side().folder() + "/tenant.json";
            one("the tenant id " + tenant.id(), world, file, "a tenant id names one tenant");
            for (DomainName domain : tenant.verifiedDomains()) {
                one(
                        "the domain " + domain,
                        world,
                        tenant.side().folder() + "/graph/domains.jsonl",
                        "a domain can be verified in one tenant only");
            }
        }
    }

    private void one(String what, World world, String file, String because) {
        String place =
                WorldReader.inFolder(world.folder(), new Problem(file, 0, "")).file();
        String first = holders.putIfAbsent(what, place);
        if (first != null) {
            problems.add(new Problem(place, 0, what + " is already that of " + first + "; " + because));
        }
    }
}
