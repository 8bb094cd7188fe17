package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whoever takes mail in a tenant: a mailbox, a group, a contact, a public folder.
public record Recipient(Kind kind, JsonLine object) {

    /// True for a mailbox of any type.
    public boolean isMailbox() {
        return kind == Kind.MAILBOXES;
    }

    /// Its Exchange id.
    public String guid() {
        return object.text("Guid").orElse("");
    }

    /// The id of the same object in the directory; a contact's is made from its Exchange id.
    public Optional<String> directoryId() {
        return object.text("ExternalDirectoryObjectId").filter(id -> !id.isEmpty());
    }

    /// What stays the same whatever becomes of its names: the directory id, or without one the Exchange id.
    public String id() {
        return directoryId().orElseGet(this::guid);
    }

    /// Its name in Exchange.
    public String identity() {
        return object.text("Identity").orElse("");
    }

    /// How it is named where rights are: by the name to sign in with, or else by the primary address.
    public String signInName() {
        return object.text("UserPrincipalName")
                .or(() -> object.text("PrimarySmtpAddress"))
                .or(() -> new ProxyAddresses(object.texts("EmailAddresses")).primary())
                .orElseGet(this::identity);
    }

    /// Everything that may stand in `Identity`, in lower case.
    Stream<String> identities() {
        Stream<String> plain = Stream.of(
                        "Identity",
                        "Guid",
                        "ExchangeGuid",
                        "ExternalDirectoryObjectId",
                        "Alias",
                        "UserPrincipalName",
                        "PrimarySmtpAddress",
                        "LegacyExchangeDN")
                .flatMap(property -> object.text(property).stream());
        return Stream.concat(plain, smtpAddresses().stream()).map(text -> text.toLowerCase(Locale.ROOT));
    }

    /// All its SMTP addresses, as written.
    public List<String> smtpAddresses() {
        return object.texts("EmailAddresses").stream()
                .flatMap(entry -> Address.smtp(entry).stream())
                .toList();
    }
}
