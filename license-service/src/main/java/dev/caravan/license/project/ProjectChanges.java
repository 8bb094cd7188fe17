package dev.caravan.license.project;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What has to come so that a project can be worked with, and what goes when that is taken back. An object is known by
/// its name: whatever is there under that name already is taken as it is.
public final class ProjectChanges {

    public static final String CUSTOMER = "bittitanCustomer";
    public static final String ENDPOINT = "bittitanEndpoint";
    public static final String PROJECT = "bittitanProject";

    private static final String NAME = "name";
    private static final Set<String> KINDS = Set.of(CUSTOMER, ENDPOINT, PROJECT);

    private ProjectChanges() {}

    /// Whether a recorded change is one of these.
    public static boolean isOne(Change change) {
        return KINDS.contains(change.kind()) && change.property().equals(NAME);
    }

    /// What is missing, in the order in which it can be made.
    public static Plan preparation(Holdings observed, Label label) {
        var changes = new ArrayList<Change>();
        if (observed.customer().isEmpty()) {
            changes.add(coming(CUSTOMER, label.domain(), "Add the customer %s".formatted(label.domain())));
        }
        for (var endpoint : List.of(label.source(), label.destination())) {
            if (observed.endpoint(endpoint).isEmpty()) {
                changes.add(coming(ENDPOINT, endpoint, "Add the endpoint \"%s\"".formatted(endpoint)));
            }
        }
        if (observed.project(label.project()).isEmpty()) {
            changes.add(coming(PROJECT, label.project(), "Add the project \"%s\"".formatted(label.project())));
        }
        return Plan.of(changes, total(observed));
    }

    /// What goes of that which recorded changes say was made: the project, then its endpoints, then the customer, who
    /// stays while there are other projects.
    public static Plan reversion(Holdings observed, List<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : made(recorded, PROJECT)) {
            if (observed.project(change.id()).isPresent()) {
                changes.add(going(change, "Remove the project \"%s\" with its items".formatted(change.id())));
            }
        }
        var others = observed.projects().stream()
                .filter(project ->
                        changes.stream().noneMatch(change -> change.id().equals(project.name())))
                .toList();
        for (var change : made(recorded, ENDPOINT)) {
            if (observed.endpoint(change.id()).isPresent()) {
                changes.add(going(change, "Remove the endpoint \"%s\"".formatted(change.id())));
            }
        }
        for (var change : made(recorded, CUSTOMER)) {
            var isThere = observed.customer()
                    .filter(customer -> customer.primaryDomain().equalsIgnoreCase(change.id()))
                    .isPresent();
            if (isThere && others.isEmpty()) {
                changes.add(going(change, "Remove the customer %s".formatted(change.id())));
            } else if (isThere) {
                conflicts.add(new Conflict(
                        CUSTOMER,
                        change.id(),
                        NAME,
                        List.of(change.id()),
                        "The customer %s has the project \"%s\", too, and stays"
                                .formatted(change.id(), others.getFirst().name())));
            }
        }
        return new Plan(changes, conflicts, total(observed));
    }

    private static List<Change> made(List<Change> recorded, String kind) {
        return recorded.stream()
                .filter(change -> change.kind().equals(kind))
                .filter(change -> change.before().isEmpty() && !change.after().isEmpty())
                .toList();
    }

    private static Change coming(String kind, String name, String sentence) {
        return new Change(kind, name, NAME, List.of(), List.of(name), sentence);
    }

    private static Change going(Change made, String sentence) {
        return new Change(made.kind(), made.id(), NAME, made.after(), List.of(), sentence);
    }

    private static int total(Holdings observed) {
        return observed.endpoints().size()
                + observed.projects().size()
                + (observed.customer().isPresent() ? 1 : 0);
    }
}
