package dev.caravan.simulator.mail;

import dev.caravan.simulator.tenants.AcceptedDomains;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private final List<Tenant> loaded;
    private final TenantState state;
    private final Map<String, Book> books = new HashMap<>();

    PostOffices(Worlds worlds, TenantState state) {
        this.loaded =
                worlds.all().stream().map(World::tenants).flatMap(List::stream).toList();
        this.state = state;
    }

    /// A tenant's addresses as they were when its recipients were these.
    ///
    /// @param insidersOnly those of groups that refuse letters of senders outside
    private record Book(List<List<JsonLine>> recipients, Set<Address> addresses, Set<Address> insidersOnly) {

        /// The same lists, not equal ones: every letter asks, and whatever else changes in a tenant leaves them alone.
        boolean isOf(List<List<JsonLine>> now) {
            return IntStream.range(0, now.size()).allMatch(kind -> recipients.get(kind) == now.get(kind));
        }
    }

    /// A tenant as it is now.
    Tenant now(Tenant tenant) {
        return state.now(tenant);
    }

    /// The tenants that would take a domain's mail at a host, were the domain theirs: none if there is no such host,
    /// several where the host is one for all tenants.
    List<Tenant> behind(String host, DomainName domain) {
        return loaded.stream()
                .map(this::now)
                .filter(tenant -> tenant.mailHost(domain)
                        .filter(name -> name.text().equals(host))
                        .isPresent())
                .toList();
    }

    /// True if the tenant has somebody of this address.
    boolean knows(Tenant tenant, Address address) {
        return book(tenant).addresses().contains(address);
    }

    /// True if somebody of this address takes letters of senders in the same tenant only.
    boolean refusesOutsiders(Tenant tenant, Address address) {
        return book(tenant).insidersOnly().contains(address);
    }

    private Book book(Tenant tenant) {
        List<List<JsonLine>> recipients = RECIPIENTS.stream().map(tenant::all).toList();
        Book book = books.get(tenant.id());
        if (book == null || !book.isOf(recipients)) {
            book = new Book(
                    recipients,
                    addresses(recipients, _ -> true),
                    addresses(recipients, recipient -> recipient.isTrue(Shapes.INSIDERS_ONLY)));
            books.put(tenant.id(), book);
        }
        return book;
    }

    /// Whether the tenant passes letters on that are to addresses in the domain that nobody there has.
    boolean relays(Tenant tenant, DomainName domain) {
        return new AcceptedDomains(tenant).relay(domain);
    }

    private static Set<Address> addresses(List<List<JsonLine>> recipients, Predicate<JsonLine> wanted) {
        return recipients.stream()
                .flatMap(List::stream)
                .filter(wanted)
                .flatMap(recipient -> recipient.texts("EmailAddresses").stream())
                .flatMap(entry -> Address.smtp(entry).flatMap(Address::find).stream())
                .collect(Collectors.toSet());
    }
}
