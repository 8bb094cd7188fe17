package dev.caravan.simulator.trouble;

/// What a request to Graph takes of the limits that Microsoft describes.
///
/// @param units resource units of the directory; none for what is about a mailbox
/// @param writes whether it changes something
/// @param mailbox the mailbox that it is about; empty for none
/// @param bytes how much it puts there
public record Demand(int units, boolean writes, String mailbox, long bytes) {

    boolean isOfMailbox() {
        return !mailbox.isEmpty();
    }
}
