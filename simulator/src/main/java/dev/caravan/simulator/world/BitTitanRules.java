package dev.caravan.simulator.world;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What must hold of a service provider's account with BitTitan, and of what an earlier simulation left there.
final class BitTitanRules {

    private static final List<String> COUNTS = List.of("Purchased", "Granted", "Used", "Revoked");
    private static final String LEFT = "bittitan/";
    private static final String PASSES = LEFT + "passes.jsonl";
    private static final Map<String, String> STATUSES = Map.of(
            "Submitted",
            "queueAt",
            "Queued",
            "readyAt",
            "Processing",
            "endAt",
            "Stopping",
            "stopAt",
            "Completed",
            "",
            "Failed",
            "",
            "Stopped",
            "",
            "MaximumTransferReached",
            "");

    private final List<Problem> problems;

    private BitTitanRules(List<Problem> problems) {
        this.problems = problems;
    }

    static void check(World world, List<Problem> problems) {
        BitTitanRules rules = new BitTitanRules(problems);
        byte[] bytes = world.files().get(World.BITTITAN);
        if (bytes != null) {
            JsonNode account = JsonFiles.object(World.BITTITAN, bytes, new ArrayList<>());
            if (account.isObject()) {
                rules.checkAccount(account);
            }
        }
        world.files().forEach((path, lines) -> {
            if (path.startsWith(LEFT) && path.endsWith(".jsonl")) {
                Guids guids = new Guids();
                List<JsonLine> rows = JsonFiles.lines(path, lines, problems);
                rows.forEach(row -> guids.require(row, "Id", problems));
                if (path.equals(PASSES)) {
                    rows.forEach(rules::checkPass);
                }
            }
        });
    }

    /// A pass that is under way needs to know when it goes on.
    private void checkPass(JsonLine pass) {
        String status = pass.text("Status").orElse("");
        String instant = STATUSES.get(status);
        if (instant == null) {
            problems.add(pass.problem("`Status` must be one of " + new TreeSet<>(STATUSES.keySet())));
        } else if (!instant.isEmpty()
                && !isInstant(pass.value().path("simulator").path(instant))) {
            problems.add(pass.problem("a pass that is " + status + " needs the instant `simulator." + instant + "`"));
        }
    }

    private void checkAccount(JsonNode account) {
        require(account, "", "workgroup", name -> !name.asString("").isBlank(), "a name");
        require(
                account,
                "",
                "throughputGbPerHourPerMailbox",
                number -> number.isNumber() && number.decimalValue().compareTo(BigDecimal.ZERO) > 0,
                "a number above 0");
        require(account, "", "licencePacks", JsonNode::isArray, "a list");
        int index = 0;
        for (JsonNode pack : account.path("licencePacks")) {
            String where = "licencePacks[" + index++ + "].";
            require(pack, where, "ProductName", name -> !name.asString("").isBlank(), "a name");
            for (String count : COUNTS) {
                require(pack, where, count, BitTitanRules::isCount, "a whole number, not below 0");
            }
            require(pack, where, "ExpireDate", BitTitanRules::isInstant, "an instant");
        }
    }

    private void require(JsonNode object, String where, String property, Predicate<JsonNode> rule, String expected) {
        JsonNode value = object.path(property);
        if (!rule.test(value)) {
            String found = value.isMissingNode()
                    ? "is missing; it must be " + expected
                    : "must be " + expected + ", but is " + value;
            problems.add(new Problem(World.BITTITAN, 0, "`" + where + property + "` " + found));
        }
    }

    private static boolean isCount(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
    }

    private static boolean isInstant(JsonNode value) {
        try {
            return value.isString() && Instant.parse(value.asString()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
