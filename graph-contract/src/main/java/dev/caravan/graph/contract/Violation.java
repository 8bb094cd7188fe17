package dev.caravan.graph.contract;

import java.util.Locale;

/// What one side of a call did that Microsoft's description does not allow.
///
/// @param property where it is: `/value/3/colour`, a query option, a header
/// @param expected what the description says of it
public record Violation(Exchange call, Side side, String property, String expected) {

    /// Who sent it.
    public enum Side {
        REQUEST,
        ANSWER
    }

    /// Graph noticed as well: the request was answered with an error.
    public boolean isOfRefusedRequest() {
        return side == Side.REQUEST && call.isRefused();
    }

    /// The same for every call of that kind, whatever it was about.
    String kind() {
        return "%s %s %s %s %s"
                .formatted(
                        call.method(),
                        call.path().replaceAll("[^/]*[0-9@'][^/]*", "*"),
                        side,
                        property.replaceAll("[0-9]+", "*"),
                        expected);
    }

    @Override
    public String toString() {
        return "%s: %s of the %s: %s".formatted(call, property, side.name().toLowerCase(Locale.ROOT), expected);
    }
}
