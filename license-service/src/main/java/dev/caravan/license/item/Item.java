package dev.caravan.license.item;

/// One mailbox of a project.
///
/// @param from its address at the source
/// @param to its address at the destination
/// @param endUserId of whom the licence is that it needs; empty: nobody is known
public record Item(String id, String from, String to, String endUserId) {

    /// Whether it is the item of that address.
    public boolean isFrom(String address) {
        return from.equalsIgnoreCase(address);
    }
}
