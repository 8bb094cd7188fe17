package dev.caravan.license.pass;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Passes that are to be submitted or stopped. Whose pass it is says the address at the source, as for items.
public final class PassChanges {

    public static final String KIND = "bittitanPass";

    private static final String PASS = "pass";

    private PassChanges() {}

    /// Whether a recorded change is one of these.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(PASS);
    }

    /// Passes for all items for which one is due.
    ///
    /// @param standings by the item's address
    public static Plan submission(PassKind kind, Map<String, Standing> standings) {
        var changes = new ArrayList<Change>();
        standings.forEach((address, standing) -> {
            if (standing instanceof Standing.Due(var before)) {
                changes.add(new Change(
                        KIND,
                        address,
                        PASS,
                        before.map(status -> kind + ": " + status).stream().toList(),
                        List.of(kind.toString()),
                        sentence(kind, address, before)));
            }
        });
        return Plan.of(changes, standings.size());
    }

    /// What of that which recorded changes say was submitted is running; the rest has ended, or cannot be stopped yet.
    ///
    /// @param latest the latest pass of each item, by its address
    public static Plan stop(Map<String, Pass> latest, List<Change> recorded) {
        var changes = recorded.stream()
                .filter(change -> Optional.ofNullable(latest.get(change.id()))
                        .filter(pass -> pass.status().canBeStopped())
                        .isPresent())
                .map(change -> new Change(
                        KIND, change.id(), PASS, change.after(), List.of(), "Stop the pass of " + change.id()))
                .toList();
        return Plan.of(changes, recorded.size());
    }

    private static String sentence(PassKind kind, String address, Optional<PassStatus> before) {
        return before.map(status -> "Submit the %s pass of %s again, which is %s".formatted(kind, address, status))
                .orElseGet(() -> "Submit a %s pass of %s".formatted(kind, address));
    }
}
