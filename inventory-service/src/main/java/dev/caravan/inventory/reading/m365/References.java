package dev.caravan.inventory.reading.m365;

import static dev.caravan.inventory.reading.m365.Native.text;

import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.Dependency.Type;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfDomain;
import dev.caravan.m365.graph.Listing.OfTenant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What refers to a domain, wherever it stands: the directory's own list names neither what was deleted nor what only
/// Exchange knows, and no removal goes through while any of it is left.
record References(Listings listings, ExchangeOnline exchange) {

    private static final List<String> PROPERTIES =
            List.of("id", "displayName", "userPrincipalName", "mail", "proxyAddresses", "identifierUris");
    private static final List<String> ADDRESSED = List.of("id", "displayName", "proxyAddresses");
    private static final List<String> DELETED = List.of("id", "displayName", "mail", "proxyAddresses");
    private static final Map<String, Type> OF_DIRECTORY = Map.of(
            "#microsoft.graph.user", Type.USER,
            "#microsoft.graph.group", Type.GROUP,
            "#microsoft.graph.application", Type.APPLICATION);

    Outcome<List<Dependency>> to(DomainName domain, Call call) {
        return InTurn.flat(
                List.<Search>of(this::named, this::deletedUsers, this::deletedGroups, this::recipients, this::children),
                search -> search.in(domain, call));
    }

    @FunctionalInterface
    private interface Search {
        Outcome<List<Dependency>> in(DomainName domain, Call call);
    }

    private Outcome<List<Dependency>> named(DomainName domain, Call call) {
        var listing = Listing.of(new OfDomain(domain.text(), OfDomain.Part.NAME_REFERENCES), PROPERTIES);
        return listings.whole(listing, call)
                .map(objects -> objects.stream()
                        .map(object -> dependency(
                                domain, OF_DIRECTORY.getOrDefault(text(object, "@odata.type"), Type.USER), object))
                        .toList());
    }

    private Outcome<List<Dependency>> deletedUsers(DomainName domain, Call call) {
        var properties =
                Stream.concat(DELETED.stream(), Stream.of("userPrincipalName")).toList();
        return having(domain, Type.DELETED_USER, Listing.of(OfTenant.DELETED_USERS, properties), call);
    }

    private Outcome<List<Dependency>> deletedGroups(DomainName domain, Call call) {
        return having(domain, Type.DELETED_GROUP, Listing.of(OfTenant.DELETED_GROUPS, DELETED), call);
    }

    private Outcome<List<Dependency>> having(DomainName domain, Type type, Listing listing, Call call) {
        return listings.whole(listing, call)
                .map(objects -> objects.stream()
                        .map(object -> dependency(domain, type, object))
                        .filter(dependency -> !dependency.references().isEmpty())
                        .toList());
    }

    private Outcome<List<Dependency>> children(DomainName domain, Call call) {
        return listings.whole(Listing.of(OfTenant.DOMAINS, List.of("id")), call)
                .map(domains -> domains.stream()
                        .map(child -> text(child, "id"))
                        .filter(name -> domain.holds(name) && !name.equals(domain.text()))
                        .map(name -> new Dependency(domain, Type.CHILD_DOMAIN, name, name, List.of(name)))
                        .toList());
    }

    /// Of all these only who has an address in it now. The directory knows guests whom Exchange does not list.
    Outcome<List<Dependency>> addressed(DomainName domain, Call call) {
        return InTurn.flat(List.<Search>of(this::recipients, this::users), search -> search.in(domain, call));
    }

    private Outcome<List<Dependency>> users(DomainName domain, Call call) {
        return having(domain, Type.USER, Listing.of(OfTenant.USERS, ADDRESSED), call);
    }

    private Outcome<List<Dependency>> recipients(DomainName domain, Call call) {
        var filter = "(EmailAddresses -like '*@%1$s') -or (EmailAddresses -like '*.%1$s')".formatted(domain.text());
        var cmdlet = Cmdlet.of("Get-Recipient")
                .with("Filter", filter)
                .with("IncludeSoftDeletedRecipients", true)
                .selecting(
                        "Identity",
                        "Guid",
                        "ExternalDirectoryObjectId",
                        "DisplayName",
                        "EmailAddresses",
                        "RecipientType");
        return exchange.invoke(cmdlet, call)
                .map(CmdletOutput::objects)
                .map(objects -> objects.stream()
                        .map(recipient -> recipient(domain, recipient))
                        .filter(dependency -> !dependency.references().isEmpty())
                        .toList());
    }

    private static Dependency recipient(DomainName domain, ObjectNode recipient) {
        var directoryId = text(recipient, "ExternalDirectoryObjectId");
        return new Dependency(
                domain,
                type(recipient),
                directoryId.isEmpty() ? text(recipient, "Guid") : directoryId,
                text(recipient, "DisplayName"),
                references(domain, recipient, "EmailAddresses"));
    }

    private static Type type(ObjectNode recipient) {
        if (text(recipient, "Identity").startsWith("Soft Deleted Objects")) {
            return Type.DELETED_USER;
        }
        return switch (text(recipient, "RecipientType")) {
            case "MailContact" -> Type.CONTACT;
            case "MailUser" -> Type.MAIL_USER;
            case "PublicFolder" -> Type.PUBLIC_FOLDER;
            case "MailUniversalDistributionGroup", "MailUniversalSecurityGroup", "DynamicDistributionGroup" ->
                Type.GROUP;
            default -> Type.USER;
        };
    }

    private static Dependency dependency(DomainName domain, Type type, ObjectNode object) {
        return new Dependency(
                domain,
                type,
                text(object, "id"),
                text(object, "displayName"),
                references(domain, object, "userPrincipalName", "mail", "proxyAddresses", "identifierUris"));
    }

    private static List<String> references(DomainName domain, ObjectNode object, String... properties) {
        return Stream.of(properties)
                .map(object::path)
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .map(value -> value.asString(""))
                .filter(text -> !text.isEmpty() && domain.isReferredToBy(text))
                .distinct()
                .toList();
    }
}
