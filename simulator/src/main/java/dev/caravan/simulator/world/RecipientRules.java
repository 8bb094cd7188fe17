package dev.caravan.simulator.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What must hold of whoever takes mail: ids, one primary address, accepted domains, no address twice.
final class RecipientRules {

    /// Whose addresses lie in the tenant's own domains; contacts, mail users and guests have outside ones.
    private static final List<Kind> INSIDE = List.of(
            Kind.MAILBOXES,
            Kind.DISTRIBUTION_GROUPS,
            Kind.DYNAMIC_DISTRIBUTION_GROUPS,
            Kind.UNIFIED_GROUPS,
            Kind.MAIL_PUBLIC_FOLDERS);

    private static final List<Kind> OUTSIDE = List.of(Kind.MAIL_CONTACTS, Kind.MAIL_USERS);
    private static final int ADDRESSES_MAX = 300;

    private final Tenant tenant;
    private final List<Problem> problems;
    private final Guids guids = new Guids();
    private final Guids exchangeGuids = new Guids();
    private final Guids directoryIds = new Guids();
    private final Map<String, Holder> holders = new HashMap<>();

    private RecipientRules(Tenant tenant, List<Problem> problems) {
        this.tenant = tenant;
        this.problems = problems;
    }

    static void check(Tenant tenant, List<Problem> problems) {
        RecipientRules rules = new RecipientRules(tenant, problems);
        INSIDE.forEach(kind -> tenant.all(kind).forEach(recipient -> rules.checkRecipient(recipient, true)));
        OUTSIDE.forEach(kind -> tenant.all(kind).forEach(recipient -> rules.checkRecipient(recipient, false)));
        tenant.all(Kind.USERS).forEach(user -> rules.checkAddresses(user, "proxyAddresses", identity(user), false));
        tenant.all(Kind.GROUPS).forEach(group -> rules.checkAddresses(group, "proxyAddresses", identity(group), false));
    }

    private void checkRecipient(JsonLine recipient, boolean inside) {
        guids.require(recipient, "Guid", problems);
        exchangeGuids.allow(recipient, "ExchangeGuid", problems);
        directoryIds.allow(recipient, "ExternalDirectoryObjectId", problems);
        if (recipient.text("Identity").filter(identity -> !identity.isBlank()).isEmpty()) {
            problems.add(recipient.problem("`Identity` is missing"));
        }
        checkAddresses(recipient, "EmailAddresses", identity(recipient), inside);
        recipient
                .text("PrimarySmtpAddress")
                .filter(primary -> recipient.texts("EmailAddresses").stream()
                        .noneMatch(entry ->
                                entry.startsWith("SMTP:") && entry.substring(5).equalsIgnoreCase(primary)))
                .ifPresent(primary -> problems.add(recipient.problem(
                        "`PrimarySmtpAddress` " + primary + " is not the primary one of `EmailAddresses`")));
    }

    private void checkAddresses(JsonLine object, String property, String identity, boolean inside) {
        List<String> entries = object.texts(property);
        if (entries.size() != object.value().path(property).size()
                || object.value().path(property).isString()) {
            problems.add(object.problem("`" + property + "` must be a list of texts"));
        }
        if (entries.size() > ADDRESSES_MAX) {
            problems.add(object.problem("`" + property + "` holds " + entries.size() + " addresses, at most "
                    + ADDRESSES_MAX + " are supported"));
        }
        checkPrimary(object, property, entries);
        Set<String> own = new HashSet<>();
        for (String entry : entries) {
            Address.smtp(entry).ifPresent(written -> checkAddress(object, property, written, identity, inside, own));
        }
    }

    private void checkPrimary(JsonLine object, String property, List<String> entries) {
        long smtp =
                entries.stream().flatMap(entry -> Address.smtp(entry).stream()).count();
        long primary =
                entries.stream().filter(entry -> entry.startsWith("SMTP:")).count();
        if (smtp > 0 && primary != 1) {
            String message = primary == 0
                    ? "there is no primary SMTP address"
                    : "there are " + primary + " primary SMTP addresses";
            problems.add(object.problem(message + " in `" + property + "`; exactly one entry begins with SMTP:"));
        }
    }

    private void checkAddress(
            JsonLine object, String property, String written, String identity, boolean inside, Set<String> own) {
        Optional<Address> address = Address.find(written);
        if (address.isEmpty()) {
            problems.add(object.problem("`" + property + "` holds " + written + ", which is not an SMTP address"));
            return;
        }
        if (inside && !tenant.accepts(address.get().domain())) {
            problems.add(object.problem("`" + property + "` holds " + written + ", but "
                    + address.get().domain() + " is not an accepted domain of the tenant"));
        }
        String key = written.toLowerCase(Locale.ROOT);
        if (!own.add(key)) {
            problems.add(object.problem("`" + property + "` holds " + written + " twice"));
        }
        Holder first = holders.putIfAbsent(key, new Holder(identity, object));
        if (first != null && !first.identity().equals(identity)) {
            problems.add(object.problem("the proxy address " + written + " is already used by "
                    + first.object().file() + ":" + first.object().line()));
        }
    }

    /// One object shows in the directory and in Exchange; its directory id tells that it is one.
    private static String identity(JsonLine object) {
        return object.text("id")
                .or(() -> object.text("ExternalDirectoryObjectId").filter(id -> !id.isEmpty()))
                .or(() -> object.text("Guid"))
                .orElse(object.file() + ":" + object.line())
                .toLowerCase(Locale.ROOT);
    }

    private record Holder(String identity, JsonLine object) {}
}
