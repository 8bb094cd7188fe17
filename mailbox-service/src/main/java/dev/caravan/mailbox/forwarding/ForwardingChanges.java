package dev.caravan.mailbox.forwarding;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The end of forwarding into moving domains, and its return.
public final class ForwardingChanges {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "mailbox";
    /// Whom inside: name and id. A recipient that was removed and created again has the name alone.
    public static final String INSIDE = "forwardingAddress";
    /// The address outside.
    public static final String OUTSIDE = "forwardingSmtpAddress";
    /// Whether the mailbox keeps a copy.
    public static final String KEEPS_COPY = "deliverToMailboxAndForward";

    private ForwardingChanges() {}

    /// Whether a recorded change is one of forwarding.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND)
                && Stream.of(INSIDE, OUTSIDE, KEEPS_COPY).anyMatch(change.property()::equals);
    }

    /// What has to change for the mailbox to keep its mail; nothing if it forwards elsewhere or not at all.
    public static List<Change> removal(Forwarding now, MovingDomains domains) {
        var inside = now.inside().filter(target -> domains.hold(target.address()));
        var outside = now.outside().filter(domains::hold);
        if (inside.isEmpty() && outside.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        inside.ifPresent(target -> changes.add(change(
                now,
                INSIDE,
                values(target),
                List.of(),
                "%s forwards to %s (%s) no more".formatted(now.displayName(), target.name(), target.address()))));
        outside.ifPresent(address -> changes.add(change(
                now,
                OUTSIDE,
                List.of(address),
                List.of(),
                "%s forwards to %s no more".formatted(now.displayName(), address))));
        var isNothingLeft = now.inside().equals(inside) && now.outside().equals(outside);
        if (now.keepsCopy() && isNothingLeft) {
            changes.add(change(
                    now,
                    KEEPS_COPY,
                    List.of("true"),
                    List.of("false"),
                    "%s has nothing to keep a copy of".formatted(now.displayName())));
        }
        return changes;
    }

    /// The way back of recorded changes; a mailbox that others have set to forward since stays so.
    ///
    /// @param mailboxes those that are still there, by their guid
    public static Plan reversion(Map<String, Forwarding> mailboxes, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var mailbox = mailboxes.get(change.id());
            if (mailbox == null) {
                conflicts.add(conflict(change, List.of(), "the mailbox has been removed since and stays so"));
                continue;
            }
            var now = now(mailbox, change.property());
            if (isSame(now, change.after())) {
                changes.add(change(
                        mailbox,
                        change.property(),
                        now,
                        change.before(),
                        "%s: %s is %s again"
                                .formatted(mailbox.displayName(), change.property(), shown(change.before()))));
            } else if (!isSame(now, change.before())) {
                conflicts.add(conflict(
                        change,
                        now,
                        "%s: %s was set to %s by others and stays so"
                                .formatted(mailbox.displayName(), change.property(), shown(now))));
            }
        }
        return new Plan(changes, conflicts, mailboxes.size());
    }

    private static List<String> now(Forwarding mailbox, String property) {
        return switch (property) {
            case INSIDE -> mailbox.inside().map(ForwardingChanges::values).orElse(List.of());
            case OUTSIDE -> mailbox.outside().stream().toList();
            default -> List.of(Boolean.toString(mailbox.keepsCopy()));
        };
    }

    /// Whoever was created again has another id.
    private static boolean isSame(List<String> one, List<String> other) {
        return first(one).equals(first(other));
    }

    private static Optional<String> first(List<String> values) {
        return values.stream().findFirst();
    }

    private static String shown(List<String> values) {
        return first(values).orElse("nothing");
    }

    private static List<String> values(Forwarding.Target target) {
        return target.guid().isEmpty() ? List.of(target.name()) : List.of(target.name(), target.guid());
    }

    private static Change change(
            Forwarding mailbox, String property, List<String> before, List<String> after, String sentence) {
        return new Change(KIND, mailbox.guid(), property, before, after, sentence);
    }

    private static Conflict conflict(Change change, List<String> observed, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), observed, sentence);
    }
}
