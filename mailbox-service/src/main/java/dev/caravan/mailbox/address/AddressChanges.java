package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;

/// How addresses are written in changes.
public final class AddressChanges {

    /// The property that holds all addresses; its values have no order.
    public static final String PROPERTY = "addresses";

    private AddressChanges() {}

    /// Whether a recorded change is one of a recipient's addresses.
    public static boolean isOne(Change change) {
        return change.property().equals(PROPERTY)
                && RecipientKind.of(change.kind()).isPresent();
    }

    /// The same change of a recipient that is known by the id of the user whose mail it takes: such a mailbox may be
    /// there
    /// for a while only.
    ///
    /// @param id the recipient's guid, or the user's id
    public static Change of(String id, Change change) {
        return id.equals(change.id())
                ? change
                : new Change(SignInName.KIND, id, PROPERTY, change.before(), change.after(), change.sentence());
    }

    /// That a recipient has these addresses.
    public static Change change(Recipient recipient, AddressList after, String sentence) {
        return change(recipient.kind().word(), recipient.guid(), recipient.addresses(), after, sentence);
    }

    static Change change(String kind, String id, AddressList before, AddressList after, String sentence) {
        return new Change(kind, id, PROPERTY, before.entries(), after.entries(), sentence);
    }
}
