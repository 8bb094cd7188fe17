package dev.caravan.mailbox.reference;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Identifier URIs whose host is in a moving domain: the domain cannot be removed before they are gone. They become the
/// same URIs in the initial domain, as Microsoft's own forced removal of a domain has it.
public final class IdentifierUris {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "application";
    /// The property, as the directory calls it; its values have no order.
    public static final String PROPERTY = "identifierUris";

    private static final Pattern URI =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)(?<host>[^/:?#]+)(?<rest>.*)");

    private IdentifierUris() {}

    /// Whether a recorded change is one of identifier URIs.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(PROPERTY);
    }

    /// What has to change for the application to let go of the domains.
    public static Optional<Change> plan(Application application, MovingDomains domains, String initialDomain) {
        var before = application.identifierUris();
        var after = before.stream()
                .map(uri -> replaced(uri, domains, initialDomain))
                .distinct()
                .toList();
        return after.equals(before) ? Optional.empty() : Optional.of(change(application, after));
    }

    private static String replaced(String uri, MovingDomains domains, String initialDomain) {
        var parts = URI.matcher(uri);
        if (!parts.matches()) {
            return uri;
        }
        return domains.holding(parts.group("host"))
                .map(domain -> parts.group("scheme")
                        + parts.group("host").substring(0, parts.group("host").length() - domain.length())
                        + initialDomain
                        + parts.group("rest"))
                .orElse(uri);
    }

    /// The way back of recorded changes; URIs that others added since stay.
    ///
    /// @param applications those that are still there, by their id
    public static Plan reversion(Map<String, Application> applications, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var application = applications.get(change.id());
            if (application == null) {
                conflicts.add(conflict(change, List.of(), "the application has been removed since and stays so"));
            } else {
                reverted(application, change).ifPresent(changes::add);
                foreign(application, change).ifPresent(conflicts::add);
            }
        }
        return new Plan(changes, conflicts, applications.size());
    }

    private static Optional<Change> reverted(Application application, Change change) {
        var wanted = new ArrayList<>(application.identifierUris());
        wanted.removeIf(uri -> change.after().contains(uri) && !change.before().contains(uri));
        change.before().stream()
                .filter(uri -> !change.after().contains(uri) && !wanted.contains(uri))
                .forEach(wanted::add);
        return wanted.equals(application.identifierUris())
                ? Optional.empty()
                : Optional.of(change(application, wanted));
    }

    private static Optional<Conflict> foreign(Application application, Change change) {
        var foreign = application.identifierUris().stream()
                .filter(uri -> !change.after().contains(uri) && !change.before().contains(uri))
                .toList();
        return foreign.isEmpty()
                ? Optional.empty()
                : Optional.of(conflict(
                        change,
                        application.identifierUris(),
                        "%s: %s was added by others and stays"
                                .formatted(application.displayName(), String.join(", ", foreign))));
    }

    private static Change change(Application application, List<String> after) {
        return new Change(
                KIND,
                application.id(),
                PROPERTY,
                application.identifierUris(),
                after,
                "%s is called %s instead of %s"
                        .formatted(
                                application.displayName(),
                                String.join(", ", after),
                                String.join(", ", application.identifierUris())));
    }

    private static Conflict conflict(Change change, List<String> observed, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), observed, sentence);
    }
}
