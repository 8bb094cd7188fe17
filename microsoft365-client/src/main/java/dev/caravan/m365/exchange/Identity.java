package dev.caravan.m365.exchange;

/// Names exactly one object of Exchange: a GUID best of all, an address, or a folder as `id:\Calendar`.
///
/// Never empty, and without wildcards: with an empty identity `Get-Mailbox` returns *all* mailboxes.
public record Identity(String value) {

    public Identity {
        if (value.isBlank() || value.contains("*")) {
            throw new IllegalArgumentException("identity: must name one object, is \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
