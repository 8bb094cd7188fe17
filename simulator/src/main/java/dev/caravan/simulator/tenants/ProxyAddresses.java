package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A recipient's list of addresses: `SMTP:` marks the primary one, `smtp:` others, and there are X500, SIP and SPO
/// ones.
///
/// @param entries as written, in their order
public record ProxyAddresses(List<String> entries) {

    private static final String PRIMARY = "SMTP:";
    private static final String OTHER = "smtp:";

    public ProxyAddresses {
        entries = List.copyOf(entries);
    }

    /// A whole new list: without a primary one the first SMTP address becomes it.
    public static ProxyAddresses replacing(List<String> written) {
        ProxyAddresses list = new ProxyAddresses(List.of()).adding(written);
        if (list.primary().isPresent()) {
            return list;
        }
        return list.entries().stream()
                .filter(entry -> entry.startsWith(OTHER))
                .findFirst()
                .map(first -> list.adding(List.of(PRIMARY + first.substring(OTHER.length()))))
                .orElse(list);
    }

    /// With more addresses: one that is there already stays, `SMTP:` makes it the primary one, and an entry without a
    /// type is an SMTP address.
    public ProxyAddresses adding(List<String> written) {
        Map<String, String> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(key(entry), entry));
        for (String entry : written) {
            String typed = entry.indexOf(':') < 0 ? OTHER + entry : entry;
            if (typed.startsWith(PRIMARY)) {
                byKey.replaceAll((_, present) -> demoted(present));
                byKey.put(key(typed), typed);
            } else {
                byKey.putIfAbsent(key(typed), typed);
            }
        }
        return new ProxyAddresses(new ArrayList<>(byKey.values()));
    }

    /// Without some addresses, whatever their case; those that are not there are none.
    public ProxyAddresses removing(List<String> written) {
        List<String> gone = written.stream()
                .map(entry -> entry.indexOf(':') < 0 ? OTHER + entry : entry)
                .map(ProxyAddresses::key)
                .toList();
        return new ProxyAddresses(
                entries.stream().filter(entry -> !gone.contains(key(entry))).toList());
    }

    /// The primary SMTP address, without its type.
    public Optional<String> primary() {
        return entries.stream()
                .filter(entry -> entry.startsWith(PRIMARY))
                .map(entry -> entry.substring(PRIMARY.length()))
                .findFirst();
    }

    /// All SMTP addresses, without their type.
    public List<String> smtp() {
        return entries.stream().flatMap(entry -> Address.smtp(entry).stream()).toList();
    }

    private static String demoted(String entry) {
        return entry.startsWith(PRIMARY) ? OTHER + entry.substring(PRIMARY.length()) : entry;
    }

    private static String key(String entry) {
        return entry.toLowerCase(Locale.ROOT);
    }
}
