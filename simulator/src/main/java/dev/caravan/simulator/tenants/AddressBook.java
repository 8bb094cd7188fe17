package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The rules of addresses, and where else a change of them shows: Exchange and the directory both keep them.
public final class AddressBook {

    private static final int ADDRESSES_MAX = 300;
    /// Contacts and mail users have addresses of other organisations.
    private static final Set<Kind> OUTSIDE = Set.of(Kind.MAIL_CONTACTS, Kind.MAIL_USERS);

    private AddressBook() {}

    /// What is wrong with a list of addresses.
    public sealed interface Objection {

        record NoAddress(String written) implements Objection {}

        record NotAccepted(String domain) implements Objection {}

        record InUse(String address, String by) implements Objection {}

        record TooMany(int count) implements Objection {}

        record NoPrimary() implements Objection {}
    }

    /// Why a recipient cannot have these addresses; empty if it can.
    public static Optional<Objection> objection(Tenant tenant, Recipient recipient, ProxyAddresses wanted) {
        if (wanted.entries().size() > ADDRESSES_MAX) {
            return Optional.of(new Objection.TooMany(wanted.entries().size()));
        }
        if (wanted.primary().isEmpty() && !recipient.smtpAddresses().isEmpty()) {
            return Optional.of(new Objection.NoPrimary());
        }
        Set<String> before = new HashSet<>();
        recipient.smtpAddresses().forEach(address -> before.add(address.toLowerCase(Locale.ROOT)));
        return wanted.smtp().stream()
                .filter(address -> !before.contains(address.toLowerCase(Locale.ROOT)))
                .flatMap(address -> objection(tenant, recipient, address).stream())
                .findFirst();
    }

    private static Optional<Objection> objection(Tenant tenant, Recipient recipient, String written) {
        Optional<Address> address = Address.find(written);
        if (address.isEmpty()) {
            return Optional.of(new Objection.NoAddress(written));
        }
        if (!OUTSIDE.contains(recipient.kind()) && !tenant.accepts(address.get().domain())) {
            return Optional.of(new Objection.NotAccepted(address.get().domain().text()));
        }
        return holder(tenant, recipient, written).map(by -> new Objection.InUse(written, by));
    }

    /// Who else has an address: another recipient, a user or a group, or one that was deleted and can come back.
    private static Optional<String> holder(Tenant tenant, Recipient recipient, String address) {
        Stream<String> recipients = Recipients.of(tenant).named(address).stream()
                .filter(other -> !other.guid().equals(recipient.guid()))
                .filter(other -> other.smtpAddresses().stream().anyMatch(address::equalsIgnoreCase))
                .map(other -> other.object().text("Identity").orElse(""));
        Stream<String> objects = Stream.of(Kind.USERS, Kind.GROUPS, Kind.DELETED_USERS, Kind.DELETED_GROUPS)
                .flatMap(kind -> tenant.all(kind).stream())
                .filter(object -> !object.text("id").equals(recipient.directoryId()))
                .filter(object -> object.texts("proxyAddresses").stream()
                        .flatMap(entry -> Address.smtp(entry).stream())
                        .anyMatch(address::equalsIgnoreCase))
                .map(object -> object.text("displayName").orElse(""));
        return Stream.concat(recipients, objects).findFirst();
    }

    /// Gives a recipient its addresses, in Exchange and in the directory.
    public static void put(Change change, Recipient recipient, ProxyAddresses wanted) {
        ObjectNode value = ((ObjectNode) recipient.object().value()).deepCopy();
        set(value, "EmailAddresses", wanted);
        wanted.primary().ifPresent(primary -> {
            setIfPresent(value, "PrimarySmtpAddress", primary);
            setIfPresent(value, "WindowsEmailAddress", primary);
        });
        change.replace(recipient.kind(), recipient.object(), value);
        Mirror.change(change, recipient, object -> {
            set(object, "proxyAddresses", wanted);
            wanted.primary().ifPresent(primary -> object.put("mail", primary));
        });
    }

    private static void set(ObjectNode object, String property, ProxyAddresses addresses) {
        ArrayNode list = object.putArray(property);
        addresses.entries().forEach(list::add);
    }

    private static void setIfPresent(ObjectNode object, String property, String value) {
        if (object.has(property)) {
            object.put(property, value);
        }
    }

    /// The addresses that a recipient has.
    public static ProxyAddresses of(JsonLine recipient) {
        return new ProxyAddresses(recipient.texts("EmailAddresses"));
    }

    /// What came and what went, for the ledger.
    public static List<String> difference(ProxyAddresses before, ProxyAddresses after) {
        return Stream.concat(
                        after.entries().stream()
                                .filter(entry -> !before.entries().contains(entry))
                                .map(entry -> "+" + entry),
                        before.entries().stream()
                                .filter(entry -> !after.entries().contains(entry))
                                .map(entry -> "-" + entry))
                .toList();
    }
}
