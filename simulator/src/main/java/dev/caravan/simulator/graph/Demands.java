package dev.caravan.simulator.graph;

import dev.caravan.simulator.trouble.Demand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What requests cost.
///
/// Source: Microsoft Graph, service-specific throttling limits, identity and access.
final class Demands {

    private static final int OF_REFERENCES = 4;
    private static final int OF_LICENCES_AND_MEMBERS = 3;
    private static final int OF_USERS = 2;
    private static final int SMALL_PAGE = 20;

    private Demands() {}

    static Demand of(GraphRequest request) {
        boolean writes = !request.method().equals("GET");
        if (MailboxPath.isOne(request.path())) {
            String body =
                    writes && !request.body().isMissingNode() ? request.body().toString() : "";
            return new Demand(
                    0,
                    writes,
                    request.path().get(1).toLowerCase(Locale.ROOT),
                    body.getBytes(StandardCharsets.UTF_8).length);
        }
        return new Demand(writes ? 1 : units(request), writes, "", 0);
    }

    private static int units(GraphRequest request) {
        int units = base(request.path());
        if (request.option("$select").isPresent()) {
            units--;
        }
        if (request.option("$top").filter(Demands::isSmall).isPresent()) {
            units--;
        }
        return Math.max(1, units);
    }

    private static int base(List<String> path) {
        String first = path.isEmpty() ? "" : path.getFirst();
        String last = path.isEmpty() ? "" : path.getLast();
        return switch (first) {
            case "users" -> path.size() == 1 ? OF_USERS : 1;
            case "domains" -> last.equals("domainNameReferences") ? OF_REFERENCES : 1;
            case "groups" -> last.equals("members") ? OF_LICENCES_AND_MEMBERS : 1;
            case "subscribedSkus" -> OF_LICENCES_AND_MEMBERS;
            default -> 1;
        };
    }

    private static boolean isSmall(String top) {
        return top.matches("\\d{1,9}") && Integer.parseInt(top) < SMALL_PAGE;
    }
}
