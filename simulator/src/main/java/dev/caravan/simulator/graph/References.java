package dev.caravan.simulator.graph;

import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What refers to a domain or to one below it: in the directory, among what was deleted, and in Exchange.
record References(Tenant tenant, DomainName domain) {

    private static final List<String> OF_USERS = List.of("userPrincipalName", "mail", "proxyAddresses");
    private static final List<String> OF_GROUPS = List.of("mail", "proxyAddresses");
    private static final List<String> OF_RECIPIENTS = List.of(
            "UserPrincipalName",
            "PrimarySmtpAddress",
            "WindowsEmailAddress",
            "WindowsLiveID",
            "MicrosoftOnlineServicesID",
            "EmailAddresses");
    private static final Map<Kind, List<String>> PROPERTIES = new EnumMap<>(Kind.class);

    static {
        PROPERTIES.put(Kind.USERS, OF_USERS);
        PROPERTIES.put(Kind.DELETED_USERS, OF_USERS);
        PROPERTIES.put(Kind.GROUPS, OF_GROUPS);
        PROPERTIES.put(Kind.DELETED_GROUPS, OF_GROUPS);
        PROPERTIES.put(Kind.APPLICATIONS, List.of("identifierUris"));
        Stream.of(
                        Kind.MAILBOXES,
                        Kind.MAIL_USERS,
                        Kind.MAIL_CONTACTS,
                        Kind.DISTRIBUTION_GROUPS,
                        Kind.DYNAMIC_DISTRIBUTION_GROUPS,
                        Kind.UNIFIED_GROUPS,
                        Kind.MAIL_PUBLIC_FOLDERS)
                .forEach(kind -> PROPERTIES.put(kind, OF_RECIPIENTS));
    }

    /// An object that refers to the domain.
    record Reference(Kind kind, JsonLine object) {

        /// The properties that may do so.
        List<String> properties() {
            return PROPERTIES.getOrDefault(kind, List.of());
        }
    }

    /// All of them; whoever has a mailbox stands in the directory and in Exchange.
    List<Reference> all() {
        return of(PROPERTIES.keySet().toArray(Kind[]::new));
    }

    /// Those of some kinds.
    List<Reference> of(Kind... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> tenant.all(kind).stream().map(object -> new Reference(kind, object)))
                .filter(this::refers)
                .toList();
    }

    private boolean refers(Reference reference) {
        JsonLine object = reference.object();
        return reference.properties().stream()
                .flatMap(property -> Stream.concat(object.text(property).stream(), object.texts(property).stream()))
                .anyMatch(text -> new Mention(text).isIn(domain));
    }
}
