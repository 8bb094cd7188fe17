package dev.caravan.dns.zone;

import java.util.Comparator;
import java.util.Locale;

/// What identifies an RRset within a zone: its owner's name and its type.
public record RecordKey(DomainName owner, String type) implements Comparable<RecordKey> {

    private static final Comparator<RecordKey> ORDER =
            Comparator.comparing(RecordKey::owner).thenComparing(RecordKey::type);

    public RecordKey {
        if (type.isBlank() || !type.equals(type.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a record type: \"" + type + "\"");
        }
    }

    /// Reads the written form, `fabrikam.example. MX`.
    public static RecordKey parse(String written) {
        int space = written.lastIndexOf(' ');
        if (space < 1) {
            throw new IllegalArgumentException("not an owner and a type: \"" + written + "\"");
        }
        return new RecordKey(DomainName.parse(written.substring(0, space)), written.substring(space + 1));
    }

    /// Whether it says where mail goes.
    public boolean leadsMail() {
        return type.equals("MX");
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return owner + " " + type;
    }
}
