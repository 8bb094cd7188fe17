package dev.caravan.mailbox.access;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.pairing.Delegation;
import dev.caravan.mailbox.pairing.Grant.Right;
import dev.caravan.mailbox.pairing.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Full access that an account is given for a move, and its end. Nothing is said of others who have it.
public final class AccessChanges {

    /// Kind of the objects, as plans, ledger and dump know it; their id is the mailbox's guid and the account, as with
    /// all
    /// rights in mailboxes.
    public static final String KIND = Right.MAILBOX.word();
    /// The property that holds the right.
    public static final String PROPERTY = Delegation.RIGHTS;

    private static final String FULL_ACCESS = "FullAccess";

    private AccessChanges() {}

    /// Whether a recorded change is one of access.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(PROPERTY);
    }

    /// What has to change for the account to open the mailbox; nothing if it can.
    public static Optional<Change> grant(MailboxAccess mailbox, String account) {
        return mailbox.isOpenTo(account)
                ? Optional.empty()
                : Optional.of(change(mailbox, account, true, "%s may open the mailbox of %s"));
    }

    /// The way back of recorded changes: who was given access loses it, who lost it gets it again.
    ///
    /// @param mailboxes those that are still there, by their guid
    public static Plan reversion(Map<String, MailboxAccess> mailboxes, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var pair = Pair.parse(change.id());
            var mailbox = mailboxes.get(pair.owner());
            var wasGiven = !change.after().isEmpty();
            if (mailbox == null) {
                conflicts.add(new Conflict(
                        KIND, change.id(), PROPERTY, List.of(), "the mailbox has been removed since and stays so"));
            } else if (mailbox.isOpenTo(pair.other()) == wasGiven) {
                changes.add(change(
                        mailbox,
                        pair.other(),
                        !wasGiven,
                        wasGiven
                                ? "%s may not open the mailbox of %s any more"
                                : "%s may open the mailbox of %s again"));
            }
        }
        return new Plan(changes, conflicts, mailboxes.size());
    }

    private static Change change(MailboxAccess mailbox, String account, boolean isGiven, String sentence) {
        var right = List.of(FULL_ACCESS);
        return new Change(
                KIND,
                Pair.of(mailbox.guid(), account),
                PROPERTY,
                isGiven ? List.of() : right,
                isGiven ? right : List.of(),
                sentence.formatted(account, mailbox.displayName()));
    }
}
