package dev.caravan.mailbox.address;

import java.util.Locale;

/// The halves of an address or a sign-in name.
final class Address {

    private Address() {}

    static String local(String address) {
        var at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /// In lower case; empty where there is none.
    static String domain(String address) {
        var at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
