package dev.caravan.dns.zone;

import java.util.List;

/// What a zone shall say of one name, whatever else it says.
public sealed interface RecordWish {

    /// This value among others.
    record Present(RecordKey key, String value) implements RecordWish {}

    /// These values and no others; an alias has no other records beside it.
    record Only(RecordKey key, List<String> values) implements RecordWish {
        public Only {
            values = List.copyOf(values);
        }
    }

    /// A sender policy that includes what this one includes: a name has exactly one, and the senders that it lists
    /// stay.
    ///
    /// @param policy in presentation format, `"v=spf1 include:… -all"`
    record Senders(DomainName domain, String policy) implements RecordWish {}

    /// What a record set that somebody wants means: TXT records are added to others, all others replace what is there.
    static List<RecordWish> of(RecordSet wanted) {
        if (!wanted.key().type().equals("TXT")) {
            return List.of(new Only(wanted.key(), wanted.values()));
        }
        return wanted.values().stream()
                .<RecordWish>map(value -> SenderPolicy.isOne(value)
                        ? new Senders(wanted.key().owner(), value)
                        : new Present(wanted.key(), value))
                .toList();
    }
}
