package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.CustomAttributes;
import dev.caravan.simulator.tenants.Mirror;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.unclear.Unclear;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Changes what a recipient is: its addresses, its name to show, whom its mail goes to.
///
/// @param primary the parameter that names a new primary address
record RecipientSetting(Change change, Kind kind, String primary, Unclear unclear) {

    private static final String DISPLAY_NAME = "DisplayName";
    private static final String HIDDEN = "HiddenFromAddressListsEnabled";
    private static final String EXTERNAL = "ExternalEmailAddress";
    private static final int DISPLAY_NAME_MAX = 256;
    /// What names the recipient or eases the call, and changes nothing.
    private static final Set<String> NO_CHANGE =
            Set.of("identity", "confirm", "erroraction", "warningaction", "bypasssecuritygroupmanagercheck");

    void carryOut(Cmdlet cmdlet) {
        Recipient recipient = new Named(change.place()).one(cmdlet.required("Identity"), kind);
        requireMasteredHere(cmdlet, recipient);
        Edited edited = new Edited(recipient);
        new Forwarding(change.place()).set(cmdlet, edited);
        new Deputies(change.place()).set(cmdlet, edited);
        cmdlet.flag(HIDDEN).ifPresent(hidden -> edited.set(HIDDEN, hidden));
        cmdlet.flag(Shapes.INSIDERS_ONLY).ifPresent(only -> edited.set(Shapes.INSIDERS_ONLY, only));
        displayName(cmdlet).ifPresent(name -> edited.set(DISPLAY_NAME, StringNode.valueOf(name)));
        Optional<String> external = external(cmdlet);
        external.ifPresent(address -> edited.set(EXTERNAL, StringNode.valueOf("SMTP:" + address)));
        Map<String, Optional<String>> attributes = customAttributes(cmdlet);
        attributes.forEach(edited::setCustomAttribute);
        edited.keep(change);
        attributes.forEach((name, value) ->
                Mirror.change(change, recipient, object -> CustomAttributes.putInDirectory(object, name, value)));
        displayName(cmdlet)
                .ifPresent(name -> Mirror.change(change, recipient, value -> value.put("displayName", name)));
        AddressWork addresses = new AddressWork(change, primary);
        external.ifPresent(address -> addresses.put(now(recipient), withExternal(recipient, address)));
        addresses.carryOut(cmdlet, StayingAddresses.of(change, now(recipient), unclear));
    }

    private void requireMasteredHere(Cmdlet cmdlet, Recipient recipient) {
        if (recipient.object().isTrue("IsDirSynced")) {
            String property = cmdlet.parameters().keySet().stream()
                    .filter(parameter -> !NO_CHANGE.contains(parameter.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(AddressWork.ADDRESSES);
            throw CmdletError.synced(cmdlet.name(), property, recipient);
        }
    }

    private Recipient now(Recipient recipient) {
        return change.recipients().withId(recipient.id()).orElseThrow();
    }

    private static Optional<String> displayName(Cmdlet cmdlet) {
        if (!cmdlet.has(DISPLAY_NAME)) {
            return Optional.empty();
        }
        String name = cmdlet.required(DISPLAY_NAME);
        if (name.length() > DISPLAY_NAME_MAX) {
            throw CmdletError.tooLong(DISPLAY_NAME, DISPLAY_NAME_MAX);
        }
        return Optional.of(name);
    }

    /// Those that the call sets, and to what; nothing where it takes one away.
    private static Map<String, Optional<String>> customAttributes(Cmdlet cmdlet) {
        Map<String, Optional<String>> attributes = new LinkedHashMap<>();
        for (String name : CustomAttributes.NAMES) {
            JsonNode written = cmdlet.parameters().get(name);
            if (written != null) {
                if (!written.isString() && !written.isNull()) {
                    throw CmdletError.notBound(name, written, "System.String");
                }
                Optional<String> value = cmdlet.text(name);
                if (value.filter(text -> text.length() > CustomAttributes.LENGTH_MAX)
                        .isPresent()) {
                    throw CmdletError.tooLong(name, CustomAttributes.LENGTH_MAX);
                }
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    private static Optional<String> external(Cmdlet cmdlet) {
        if (!cmdlet.has(EXTERNAL)) {
            return Optional.empty();
        }
        return Address.smtp(cmdlet.required(EXTERNAL))
                .filter(address -> Address.find(address).isPresent())
                .or(() -> {
                    throw CmdletError.notBound(
                            EXTERNAL,
                            StringNode.valueOf(cmdlet.required(EXTERNAL)),
                            "Microsoft.Exchange.Data.ProxyAddress");
                });
    }

    /// A new address outside is the primary one where the old was, and the old one stays another.
    private static ProxyAddresses withExternal(Recipient before, String address) {
        ProxyAddresses addresses = AddressBook.of(before.object());
        boolean primary = before.object()
                .text(EXTERNAL)
                .flatMap(Address::smtp)
                .filter(old -> addresses.primary().filter(old::equalsIgnoreCase).isPresent())
                .isPresent();
        return addresses.adding(List.of((primary ? "SMTP:" : "smtp:") + address));
    }
}
