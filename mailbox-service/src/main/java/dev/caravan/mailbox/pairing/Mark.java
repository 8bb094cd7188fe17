package dev.caravan.mailbox.pairing;

/// What a target carries in `CustomAttribute15`, and nobody else: whose target it is.
public final class Mark {

    /// The property that holds it, as plans, ledger and dump know it.
    public static final String PROPERTY = "mark";

    private static final String PREFIX = "caravan:";
    private static final String NAME_PREFIX = "caravan-";
    private static final int SHORT = 8;

    private Mark() {}

    /// @param guid the source recipient's id in Exchange
    public static String of(String guid) {
        return PREFIX + guid;
    }

    /// The guid of the source recipient; the same where it is no mark.
    public static String guid(String mark) {
        return mark.startsWith(PREFIX) ? mark.substring(PREFIX.length()) : mark;
    }

    /// The name in Exchange that a target is created under, so that it is found before it is marked.
    public static String name(String guid) {
        return NAME_PREFIX + guid;
    }

    /// The short name that a Microsoft 365 group is created under for the same reason: it can have no other name.
    public static String nick(String local, String guid) {
        return local + "-" + guid.substring(0, Math.min(SHORT, guid.length()));
    }
}
