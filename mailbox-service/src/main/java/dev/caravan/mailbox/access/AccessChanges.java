package dev.caravan.mailbox.access;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Full access that an account is given for a move, and its end. Nothing is said of others who have it.
public final class AccessChanges {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "mailbox";
    /// The account that is given access; absent where it has none.
    public static final String PROPERTY = "fullAccess";

    private AccessChanges() {}

    /// Whether a recorded change is one of access.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(PROPERTY);
    }

    /// What has to change for the account to open the mailbox; nothing if it can.
    public static Optional<Change> grant(MailboxAccess mailbox, String account) {
        return mailbox.isOpenTo(account)
                ? Optional.empty()
                : Optional.of(change(mailbox, List.of(), List.of(account), "%s may open the mailbox of %s"));
    }

    /// The way back of recorded changes: who was given access loses it, who lost it gets it again.
    ///
    /// @param mailboxes those that are still there, by their guid
    public static Plan reversion(Map<String, MailboxAccess> mailboxes, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var mailbox = mailboxes.get(change.id());
            if (mailbox == null) {
                conflicts.add(new Conflict(
                        KIND, change.id(), PROPERTY, List.of(), "the mailbox has been removed since and stays so"));
                continue;
            }
            change.after().stream()
                    .filter(account -> !change.before().contains(account))
                    .filter(mailbox::isOpenTo)
                    .map(account ->
                            change(mailbox, List.of(account), List.of(), "%s may not open the mailbox of %s any more"))
                    .forEach(changes::add);
            change.before().stream()
                    .filter(account -> !change.after().contains(account))
                    .filter(account -> !mailbox.isOpenTo(account))
                    .map(account -> change(mailbox, List.of(), List.of(account), "%s may open the mailbox of %s again"))
                    .forEach(changes::add);
        }
        return new Plan(changes, conflicts, mailboxes.size());
    }

    private static Change change(MailboxAccess mailbox, List<String> before, List<String> after, String sentence) {
        var account = before.isEmpty() ? after.getFirst() : before.getFirst();
        return new Change(
                KIND, mailbox.guid(), PROPERTY, before, after, sentence.formatted(account, mailbox.displayName()));
    }
}
