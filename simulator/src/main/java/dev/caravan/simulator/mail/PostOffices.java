package dev.caravan.simulator.mail;

import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The hosts that take mail, the tenants behind them, and the addresses that these know.
final class PostOffices {

    private static final List<Kind> RECIPIENTS = List.of(
            Kind.MAILBOXES,
            Kind.DISTRIBUTION_GROUPS,
            Kind.DYNAMIC_DISTRIBUTION_GROUPS,
            Kind.UNIFIED_GROUPS,
            Kind.MAIL_PUBLIC_FOLDERS,
            Kind.MAIL_CONTACTS,
            Kind.MAIL_USERS);

    private final List<Tenant> tenants;
    private final Map<Tenant, Set<Address>> books = new IdentityHashMap<>();

    PostOffices(Worlds worlds) {
        this.tenants =
                worlds.all().stream().map(World::tenants).flatMap(List::stream).toList();
    }

    /// The tenants that would take a domain's mail at a host, were the domain theirs: none if there is no such host,
    /// several where the host is one for all tenants.
    List<Tenant> behind(String host, DomainName domain) {
        return tenants.stream()
                .filter(tenant -> tenant.mailHost(domain)
                        .filter(name -> name.text().equals(host))
                        .isPresent())
                .toList();
    }

    /// True if the tenant has somebody of this address.
    boolean knows(Tenant tenant, Address address) {
        return books.computeIfAbsent(tenant, PostOffices::book).contains(address);
    }

    private static Set<Address> book(Tenant tenant) {
        Set<Address> book = new HashSet<>();
        for (Kind kind : RECIPIENTS) {
            tenant.all(kind)
                    .forEach(recipient -> recipient
                            .texts("EmailAddresses")
                            .forEach(entry ->
                                    Address.smtp(entry).flatMap(Address::find).ifPresent(book::add)));
        }
        return book;
    }
}
