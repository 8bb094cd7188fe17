package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;

/// How addresses are written in changes.
public final class AddressChanges {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "mailbox";
    /// The property that holds all addresses; its values have no order.
    public static final String PROPERTY = "addresses";

    private AddressChanges() {}

    static Change change(Recipient recipient, AddressList after, String sentence) {
        return new Change(
                KIND, recipient.guid(), PROPERTY, recipient.addresses().entries(), after.entries(), sentence);
    }
}
