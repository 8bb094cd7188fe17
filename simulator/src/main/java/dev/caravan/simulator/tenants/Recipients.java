package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All recipients of a tenant, and whom an identity means.
public final class Recipients {

    /// The kinds of objects that take mail.
    public static final List<Kind> KINDS = List.of(
            Kind.MAILBOXES,
            Kind.MAIL_USERS,
            Kind.MAIL_CONTACTS,
            Kind.DISTRIBUTION_GROUPS,
            Kind.DYNAMIC_DISTRIBUTION_GROUPS,
            Kind.UNIFIED_GROUPS,
            Kind.MAIL_PUBLIC_FOLDERS);

    private final List<Recipient> all;
    private final Map<String, Set<Recipient>> byIdentity = new HashMap<>();
    private final Map<String, Recipient> byId = new HashMap<>();

    private Recipients(List<Recipient> all) {
        this.all = all;
        all.forEach(recipient -> recipient
                .identities()
                .forEach(identity -> byIdentity
                        .computeIfAbsent(identity, _ -> new LinkedHashSet<>())
                        .add(recipient)));
        all.forEach(recipient -> byId.put(recipient.id().toLowerCase(Locale.ROOT), recipient));
    }

    /// Those of a tenant as it is.
    public static Recipients of(Tenant tenant) {
        return new Recipients(KINDS.stream().flatMap(kind -> of(tenant, kind)).toList());
    }

    private static Stream<Recipient> of(Tenant tenant, Kind kind) {
        return tenant.all(kind).stream().map(object -> new Recipient(kind, object));
    }

    /// In the order of the files.
    public List<Recipient> all() {
        return all;
    }

    /// The one whose directory id, or Exchange id where the directory has none, this is.
    public Optional<Recipient> withId(String id) {
        return Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT)));
    }

    /// Whom it may mean: by id, name, alias, sign-in name or any address; several where it is ambiguous.
    public List<Recipient> named(String identity) {
        return List.copyOf(byIdentity.getOrDefault(identity.toLowerCase(Locale.ROOT), Set.of()));
    }
}
