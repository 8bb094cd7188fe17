package dev.caravan.launcher.zone;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// All records of one name and type.
///
/// @param values in presentation format, each written as every reader here writes it
public record RecordSet(long ttlSeconds, SortedSet<String> values) {

    public RecordSet {
        values = new TreeSet<>(values);
    }

    /// Values as others write them: upper case in names, other spaces, other quotes.
    ///
    /// @param key `<name> <type>`
    /// @throws IOException naming a value that is none of the type
    public static SortedSet<String> canonical(String key, Collection<String> values) throws IOException {
        var name = RecordKey.name(key);
        var type = Type.value(RecordKey.type(key));
        var canonical = new TreeSet<String>();
        for (var value : values) {
            try {
                canonical.add(written(Record.fromString(Name.fromString(name), type, DClass.IN, 0, value, Name.root)));
            } catch (IOException | IllegalArgumentException noValue) {
                throw new IOException(value + " is no value of " + key + ": " + noValue.getMessage(), noValue);
            }
        }
        return canonical;
    }

    /// Records of one name and type.
    static RecordSet of(List<Record> records) {
        return new RecordSet(
                records.getFirst().getTTL(),
                records.stream().map(RecordSet::written).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String written(Record record) {
        return record.rdataToString();
    }

    @Override
    public String toString() {
        return "TTL " + ttlSeconds + " s, " + String.join(", ", values);
    }
}
