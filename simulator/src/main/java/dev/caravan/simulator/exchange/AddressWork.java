package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Changes the addresses of one recipient.
///
/// @param primary the parameter that names a new primary address
record AddressWork(Change change, String primary) {

    static final String ADDRESSES = "EmailAddresses";

    private static final String TYPE = "Microsoft.Exchange.Data.ProxyAddressCollection";

    void carryOut(Cmdlet cmdlet, StayingAddresses staying) {
        if (cmdlet.has(ADDRESSES) && cmdlet.text(primary).isPresent()) {
            throw CmdletError.badValue("You can't use the " + ADDRESSES + " and " + primary + " parameters together.");
        }
        Recipient recipient = staying.recipient();
        put(recipient, staying.with(wanted(cmdlet, AddressBook.of(recipient.object()))));
        staying.linger();
    }

    /// Gives a recipient its addresses, if it can have them.
    void put(Recipient recipient, ProxyAddresses after) {
        ProxyAddresses before = AddressBook.of(recipient.object());
        AddressBook.objection(change.tenant(), recipient, after).ifPresent(objection -> {
            throw CmdletError.of(objection);
        });
        if (!after.equals(before)) {
            AddressBook.put(change, recipient, after);
            change.effect("%s %s: %s"
                    .formatted(
                            recipient.kind().file(),
                            recipient.guid(),
                            String.join(" ", AddressBook.difference(before, after))));
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
        MultiValue value = new MultiValue(ADDRESSES, TYPE, written);
        if (value.isTable()) {
            requireOnePrimary(value.added());
            return before.removing(value.removed()).adding(value.added());
        }
        if (!written.isArray()) {
            throw CmdletError.notBound(ADDRESSES, written, TYPE);
        }
        requireOnePrimary(value.all());
        return ProxyAddresses.replacing(value.all());
    }

    private static void requireOnePrimary(List<String> written) {
        if (written.stream()
                        .filter(entry -> entry.startsWith("SMTP:"))
                        .distinct()
                        .count()
                > 1) {
            throw CmdletError.severalPrimaries();
        }
    }
}
