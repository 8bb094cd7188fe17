package dev.caravan.mailbox.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Which recipient of the destination takes the place of which of the source, as a person has written it down.
///
/// @param pairs in the order of the lines
public record AddressMapping(List<Pair> pairs) {

    /// @param line from 1
    public record Pair(int line, String source, String destination) {}

    public AddressMapping {
        pairs = List.copyOf(pairs);
    }

    /// Reads lines of `source,destination`; empty lines say nothing.
    ///
    /// Throws `IllegalArgumentException`, naming the line, when one is no pair of addresses or repeats one.
    public static AddressMapping parse(String csv) {
        var pairs = new ArrayList<Pair>();
        var seen = new HashSet<String>();
        var number = 0;
        for (var line : csv.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var halves = line.strip().split(",", -1);
            if (halves.length != 2) {
                throw invalid(number, "must be source,destination");
            }
            var pair = new Pair(number, address(number, halves[0]), address(number, halves[1]));
            if (!seen.add("source " + pair.source())) {
                throw invalid(number, pair.source() + " has a destination already");
            }
            if (!seen.add("destination " + pair.destination())) {
                throw invalid(number, pair.destination() + " is a destination already");
            }
            pairs.add(pair);
        }
        return new AddressMapping(pairs);
    }

    private static String address(int line, String written) {
        var address = written.strip().toLowerCase(Locale.ROOT);
        var at = address.indexOf('@');
        if (at < 1 || at != address.lastIndexOf('@') || at == address.length() - 1 || address.contains("*")) {
            throw invalid(line, "\"" + written.strip() + "\" is no address");
        }
        return address;
    }

    private static IllegalArgumentException invalid(int line, String why) {
        return new IllegalArgumentException("mapping, line " + line + ": " + why);
    }
}
