package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Whom a name means in a tenant as it is now: exactly one, or nobody.
final class Naming {

    private static final String NOBODY = "";

    private final Recipients recipients;
    private final Map<String, Set<String>> inDirectory = new HashMap<>();
    private final Map<String, Set<String>> byDisplayName = new HashMap<>();

    Naming(Tenant tenant, Recipients recipients) {
        this.recipients = recipients;
        recipients.all().forEach(recipient -> put(byDisplayName, recipient.object(), "DisplayName", recipient.id()));
        for (Kind kind : List.of(Kind.USERS, Kind.GROUPS)) {
            for (JsonLine object : tenant.all(kind)) {
                String id = object.text("id").orElse(NOBODY);
                put(inDirectory, object, "id", id);
                put(inDirectory, object, "userPrincipalName", id);
                put(inDirectory, object, "mail", id);
                object.texts("proxyAddresses").stream()
                        .flatMap(entry -> Address.smtp(entry).stream())
                        .forEach(address -> put(inDirectory, address, id));
                put(byDisplayName, object, "displayName", id);
            }
        }
    }

    private static void put(Map<String, Set<String>> index, JsonLine object, String property, String id) {
        object.text(property).ifPresent(name -> put(index, name, id));
    }

    private static void put(Map<String, Set<String>> index, String name, String id) {
        index.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new LinkedHashSet<>())
                .add(id);
    }

    /// The id of whom it means; empty for nobody. An identity goes before an address, both before an alias, and
    /// a name to show comes last.
    ///
    /// @param preferred who is meant where there are several
    String idOf(String name, Set<Kind> preferred) {
        List<Recipient> named = recipients.named(name);
        List<Recipient> wanted = named.stream()
                .filter(recipient -> preferred.contains(recipient.kind()))
                .toList();
        List<Recipient> found = wanted.isEmpty() ? named : wanted;
        return Stream.<List<String>>of(
                        ids(found),
                        ids(found.stream()
                                .filter(recipient -> recipient.object().is("Identity", name))
                                .toList()),
                        ids(found.stream()
                                .filter(recipient ->
                                        recipient.smtpAddresses().stream().anyMatch(name::equalsIgnoreCase))
                                .toList()),
                        ids(inDirectory, name),
                        ids(byDisplayName, name))
                .filter(ids -> ids.size() == 1)
                .findFirst()
                .map(List::getFirst)
                .orElse(NOBODY);
    }

    private static List<String> ids(List<Recipient> found) {
        return found.stream().map(Recipient::id).distinct().toList();
    }

    private static List<String> ids(Map<String, Set<String>> index, String name) {
        return List.copyOf(index.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()));
    }
}
