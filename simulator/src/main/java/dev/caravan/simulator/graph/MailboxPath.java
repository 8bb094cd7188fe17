package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Set;

/// Paths that lead into a user's mailbox: `users/{id}/messages`.
final class MailboxPath {

    static final String COUNT = "$count";
    static final String FILTER = "$filter";

    private static final String MESSAGES = "messages";

    private static final Set<String> SEGMENTS =
            Set.of(MESSAGES, "mailFolders", "sendMail", "events", "contacts", "todo", "calendar");

    private MailboxPath() {}

    static boolean isOne(List<String> path) {
        return path.size() > 2 && path.getFirst().equals("users") && SEGMENTS.contains(path.get(2));
    }

    /// Options that only such paths have.
    static boolean knows(GraphRequest request, String option) {
        return switch (option) {
            case COUNT -> isOne(request.path());
            case FILTER -> isOfMessages(request);
            default -> false;
        };
    }

    private static boolean isOfMessages(GraphRequest request) {
        return request.method().equals("GET")
                && isOne(request.path())
                && request.path().getLast().equals(MESSAGES);
    }

    /// The mailbox of the user that a path begins with.
    static Recipient mailbox(Place place, String key) {
        JsonLine user = place.tenant().all(Kind.USERS).stream()
                .filter(one -> one.is("id", key) || one.is("userPrincipalName", key))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(key));
        return place.recipients()
                .withId(user.text("id").orElse(""))
                .filter(Recipient::isMailbox)
                .orElseThrow(GraphError::noMailbox);
    }
}
