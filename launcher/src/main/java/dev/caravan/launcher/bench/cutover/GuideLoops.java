package dev.caravan.launcher.bench.cutover;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The guide's loops, numbered as its steps are: they list everything and change one thing after the other, a name or
/// an address a call. Step 71 takes all addresses but those of the initial domain, whatever their type.
record GuideLoops(ScriptClient tenant) {

    private static final String MAILBOX = "Mailbox";
    private static final String GROUP = "DistributionGroup";
    private static final String IDENTITY = "Identity";
    private static final String ADDRESSES = "EmailAddresses";
    private static final String PRIMARY = "PrimarySmtpAddress";
    private static final String PRIMARY_OF_MAILBOX = "WindowsEmailAddress";

    /// Steps 67 to 74.
    void freeSource(String movingDomain, String initialDomain) throws IOException, InterruptedException {
        for (var user : tenant.users()) {
            var name = user.path("userPrincipalName").asString();
            if (isIn(movingDomain, name)) {
                tenant.rename(user.path("id").asString(), local(name) + "@" + initialDomain);
            }
        }
        tenant.users();
        for (var group : tenant.list("Get-" + GROUP)) {
            tenant.run(
                    "Set-" + GROUP,
                    Map.of(
                            IDENTITY,
                            guid(group),
                            PRIMARY,
                            local(group.path(PRIMARY).asString()) + "@" + initialDomain));
        }
        tenant.list("Get-" + GROUP);
        removeAliases(MAILBOX, initialDomain);
        removeAliases(GROUP, initialDomain);
    }

    private void removeAliases(String kind, String initialDomain) throws IOException, InterruptedException {
        for (var recipient : tenant.list("Get-" + kind)) {
            for (var entry : recipient.path(ADDRESSES)) {
                var address = entry.asString();
                if (!address.startsWith("SMTP:") && !isIn(initialDomain, address)) {
                    tenant.run(
                            "Set-" + kind,
                            Map.of(IDENTITY, guid(recipient), ADDRESSES, changing("Remove", List.of(address))));
                }
            }
        }
        tenant.list("Get-" + kind);
    }

    /// Steps 81 to 83, 89 and 90.
    void fillDestination(List<Target> mailboxes, List<Target> groups) throws IOException, InterruptedException {
        for (var mailbox : tenant.list("Get-" + MAILBOX)) {
            tenant.run("Set-" + MAILBOX, keepingItsMail(guid(mailbox)));
        }
        for (var mailbox : mailboxes) {
            tenant.run("Set-" + MAILBOX, adding(mailbox));
        }
        for (var group : groups) {
            tenant.run("Set-" + GROUP, adding(group));
        }
        for (var mailbox : mailboxes) {
            tenant.run("Set-" + MAILBOX, Map.of(IDENTITY, mailbox.guid(), PRIMARY_OF_MAILBOX, mailbox.primary()));
        }
        for (var group : groups) {
            tenant.run("Set-" + GROUP, Map.of(IDENTITY, group.guid(), PRIMARY, group.primary()));
        }
        tenant.list("Get-" + MAILBOX);
        tenant.list("Get-" + GROUP);
    }

    private static Map<String, Object> keepingItsMail(String guid) {
        var nothing = JsonNodeFactory.instance.nullNode();
        return Map.of(IDENTITY, guid, "ForwardingAddress", nothing, "ForwardingSmtpAddress", nothing);
    }

    private static Map<String, Object> adding(Target target) {
        return Map.of(
                IDENTITY,
                target.guid(),
                ADDRESSES,
                changing(
                        "Add",
                        target.addresses().stream()
                                .map(address -> "smtp:" + address)
                                .toList()));
    }

    private static Map<String, Object> changing(String how, List<String> addresses) {
        return Map.of("@odata.type", "#Exchange.GenericHashTable", how, addresses);
    }

    private static String guid(JsonNode recipient) {
        return recipient.path("Guid").asString();
    }

    private static boolean isIn(String domain, String address) {
        return address.toLowerCase(Locale.ROOT).endsWith("@" + domain);
    }

    private static String local(String address) {
        return address.substring(0, address.indexOf('@'));
    }
}
