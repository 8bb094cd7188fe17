package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/// How a new recipient is called, and which address it gets.
record NewRecipient(Change change, Cmdlet cmdlet) {

    private static final int NAME_MAX = 64;
    private static final Pattern NOT_OF_ALIASES = Pattern.compile("[^A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]");

    /// A name and an alias that nobody else has.
    Shapes.Name name() {
        String name = cmdlet.required("Name");
        if (name.length() > NAME_MAX) {
            throw CmdletError.tooLong("Name", NAME_MAX);
        }
        String alias = cmdlet.text("Alias").orElseGet(() -> aliasOf(name));
        if (alias.length() > NAME_MAX || Address.find(alias + "@" + initial()).isEmpty()) {
            throw CmdletError.badValue("The value \"" + alias + "\" of property \"Alias\" isn't valid.");
        }
        for (Recipient other : change.recipients().all()) {
            if (other.object().is("Identity", name)) {
                throw CmdletError.of(
                        "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException",
                        "The name \"" + name + "\" is already being used. Please try another name.");
            }
            if (other.object().is("Alias", alias)) {
                throw CmdletError.of(
                        "Microsoft.Exchange.Management.Tasks.RecipientTaskException",
                        "The value \"" + alias + "\" of property \"Alias\" is used by another recipient object. Please"
                                + " specify a unique value.");
            }
        }
        return new Shapes.Name(name, alias, cmdlet.text("DisplayName").orElse(name));
    }

    private static String aliasOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
        return NOT_OF_ALIASES.matcher(plain).replaceAll("").replaceAll("^\\.+|\\.+$|\\.(?=\\.)", "");
    }

    private DomainName initial() {
        return change.tenant().initialDomain();
    }

    /// The address that is named, or without one that of the alias in the default domain.
    ProxyAddresses addresses(Shapes.Name name) {
        String primary = cmdlet.text("PrimarySmtpAddress").orElseGet(() -> signInName(name));
        return new ProxyAddresses(List.of("SMTP:" + primary));
    }

    /// The alias in the default domain.
    String signInName(Shapes.Name name) {
        return name.alias() + "@" + change.tenant().defaultDomain();
    }

    /// The alias in the initial domain.
    String initialAddress(Shapes.Name name) {
        return name.alias() + "@" + initial();
    }
}
