package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.AddressBook.Objection;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Changes the addresses of one recipient.
///
/// @param primary the parameter that names a new primary address
record AddressWork(Change change, Kind kind, String primary) {

    private static final String ADDRESSES = "EmailAddresses";
    private static final String HASH_TABLE = "#Exchange.GenericHashTable";

    void carryOut(Cmdlet cmdlet) {
        Recipient recipient = new Named(change.place()).one(cmdlet.required("Identity"), kind);
        if (cmdlet.parameters().containsKey(ADDRESSES) && cmdlet.text(primary).isPresent()) {
            throw CmdletError.badValue("You can't use the " + ADDRESSES + " and " + primary + " parameters together.");
        }
        if (recipient.object().isTrue("IsDirSynced")) {
            throw CmdletError.synced(cmdlet.name(), ADDRESSES, name(recipient));
        }
        ProxyAddresses before = AddressBook.of(recipient.object());
        ProxyAddresses after = wanted(cmdlet, before);
        AddressBook.objection(change.tenant(), recipient, after).ifPresent(objection -> {
            throw error(objection);
        });
        if (!after.equals(before)) {
            AddressBook.put(change, recipient, after);
            change.effect("%s %s: %s"
                    .formatted(kind.file(), recipient.guid(), String.join(" ", AddressBook.difference(before, after))));
        }
    }

    private ProxyAddresses wanted(Cmdlet cmdlet, ProxyAddresses before) {
        Optional<String> promoted = cmdlet.text(primary);
        if (promoted.isPresent()) {
            return before.adding(List.of("SMTP:" + promoted.get()));
        }
        JsonNode written = cmdlet.parameters().get(ADDRESSES);
        if (written == null) {
            return before;
        }
        if (written.isArray()) {
            return ProxyAddresses.replacing(texts(written));
        }
        if (!written.isObject() || !written.path("@odata.type").asString("").equals(HASH_TABLE)) {
            throw CmdletError.badValue("Cannot process argument transformation on parameter '" + ADDRESSES
                    + "'. Cannot convert value \"" + written + "\" to type"
                    + " \"Microsoft.Exchange.Data.ProxyAddressCollection\".");
        }
        return before.removing(values(written, "Remove")).adding(values(written, "Add"));
    }

    private static List<String> values(JsonNode table, String key) {
        return table.properties().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(key))
                .flatMap(property -> property.getValue().isArray()
                        ? texts(property.getValue()).stream()
                        : Stream.of(property.getValue().asString("")))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(value -> value.asString("")).toList();
    }

    private static CmdletError error(Objection objection) {
        return switch (objection) {
            case Objection.NoAddress(String written) ->
                CmdletError.badValue("The address '" + written + "' is invalid: it doesn't have a valid SMTP syntax.");
            case Objection.NotAccepted(String _) ->
                CmdletError.of(
                        "Microsoft.Exchange.Management.Tasks.NotAcceptedDomainException",
                        "You can't use the domain because it's not an accepted domain for your organization.");
            case Objection.InUse(String address, String by) ->
                CmdletError.of(
                        "Microsoft.Exchange.Management.Tasks.ProxyAddressExistsException",
                        "The proxy address \"SMTP:" + address + "\" is already being used by \"" + by
                                + "\". Choose another proxy address.");
            case Objection.TooMany(int count) ->
                CmdletError.of(
                        "Microsoft.Exchange.Data.DataValidationException",
                        "There are too many proxy addresses: " + count
                                + ", and maximum supported number of recipient proxy addresses is 300");
            case Objection.NoPrimary() ->
                CmdletError.of("Microsoft.Exchange.Data.DataValidationException", "There is no primary SMTP address.");
        };
    }

    private static String name(Recipient recipient) {
        return recipient.object().text("DisplayName").orElse(recipient.guid());
    }
}
