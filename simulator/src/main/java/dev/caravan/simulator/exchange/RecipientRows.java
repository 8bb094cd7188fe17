package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Recipients;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Recipients as cmdlets list them.
record RecipientRows(Tenant tenant, Recipients recipients) {

    private static final Map<Kind, String> TYPES = Map.of(
            Kind.MAILBOXES, "UserMailbox",
            Kind.MAIL_USERS, "MailUser",
            Kind.MAIL_CONTACTS, "MailContact",
            Kind.DISTRIBUTION_GROUPS, "MailUniversalDistributionGroup",
            Kind.DYNAMIC_DISTRIBUTION_GROUPS, "DynamicDistributionGroup",
            Kind.UNIFIED_GROUPS, "MailUniversalDistributionGroup",
            Kind.MAIL_PUBLIC_FOLDERS, "PublicFolder");

    private static final List<String> SHORT = List.of(
            "Identity",
            "Guid",
            "ExternalDirectoryObjectId",
            "Alias",
            "DisplayName",
            "PrimarySmtpAddress",
            "ExternalEmailAddress",
            "EmailAddresses",
            "RecipientTypeDetails",
            "IsDirSynced");

    /// Those of some kinds, whole.
    List<ObjectNode> whole(Cmdlet cmdlet, Kind... kinds) {
        return wanted(cmdlet, List.of(kinds))
                .map(RecipientRows::whole)
                .filter(filter(cmdlet))
                .toList();
    }

    /// All kinds in short, and if asked those that were deleted and can come back.
    List<ObjectNode> all(Cmdlet cmdlet) {
        Optional<String> identity = cmdlet.text("Identity");
        List<ObjectNode> found = Stream.concat(
                        identity.map(this::wanted)
                                .orElseGet(() -> recipients.all().stream())
                                .map(RecipientRows::brief),
                        cmdlet.isSet("IncludeSoftDeletedRecipients") ? deleted(identity) : Stream.empty())
                .filter(filter(cmdlet))
                .toList();
        if (identity.isPresent() && found.isEmpty()) {
            throw CmdletError.notFound(identity.get(), Mailboxes.server(tenant));
        }
        return found;
    }

    List<ObjectNode> members(String identity) {
        Recipient group = wanted(identity)
                .filter(recipient -> recipient.kind() == Kind.DISTRIBUTION_GROUPS)
                .findFirst()
                .orElseThrow(() -> CmdletError.notFound(identity, Mailboxes.server(tenant)));
        return tenant.all(Kind.GROUP_MEMBERS).stream()
                .filter(row -> row.text("Group")
                        .filter(name -> recipients.named(name).contains(group))
                        .isPresent())
                .flatMap(row -> row.text("Member").stream())
                .flatMap(member -> recipients.named(member).stream())
                .distinct()
                .map(RecipientRows::brief)
                .toList();
    }

    private Stream<Recipient> wanted(Cmdlet cmdlet, List<Kind> kinds) {
        Optional<String> identity = cmdlet.text("Identity");
        if (identity.isEmpty()) {
            return recipients.all().stream().filter(recipient -> kinds.contains(recipient.kind()));
        }
        List<Recipient> found = wanted(identity.get())
                .filter(recipient -> kinds.contains(recipient.kind()))
                .toList();
        if (found.isEmpty()) {
            throw CmdletError.notFound(identity.get(), Mailboxes.server(tenant));
        }
        return found.stream();
    }

    private Stream<Recipient> wanted(String identity) {
        return recipients.named(identity).stream();
    }

    private static Predicate<JsonNode> filter(Cmdlet cmdlet) {
        return cmdlet.text("Filter").map(OpathFilter::parse).orElse(_ -> true);
    }

    private static ObjectNode whole(Recipient recipient) {
        ObjectNode row = ((ObjectNode) recipient.object().value()).deepCopy();
        return row.put("RecipientType", type(recipient));
    }

    private static ObjectNode brief(Recipient recipient) {
        ObjectNode row = JsonMapper.shared().createObjectNode();
        SHORT.stream()
                .filter(recipient.object().value()::has)
                .forEach(
                        property -> row.set(property, recipient.object().value().path(property)));
        if (!row.has("RecipientTypeDetails")) {
            row.put("RecipientTypeDetails", details(recipient.kind()));
        }
        return row.put("RecipientType", type(recipient));
    }

    /// What a recipient is in detail, where the world does not say it.
    private static String details(Kind kind) {
        return kind == Kind.UNIFIED_GROUPS ? "GroupMailbox" : TYPES.getOrDefault(kind, "UserMailbox");
    }

    private static boolean isNamed(JsonLine user, String identity) {
        return Stream.concat(user.text("id").stream(), smtp(user)).anyMatch(identity::equalsIgnoreCase);
    }

    private static Stream<String> smtp(JsonLine user) {
        return user.texts("proxyAddresses").stream().flatMap(entry -> Address.smtp(entry).stream());
    }

    private static String type(Recipient recipient) {
        boolean security = recipient
                .object()
                .text("RecipientTypeDetails")
                .filter("MailUniversalSecurityGroup"::equals)
                .isPresent();
        return security ? "MailUniversalSecurityGroup" : TYPES.getOrDefault(recipient.kind(), "UserMailbox");
    }

    private Stream<ObjectNode> deleted(Optional<String> identity) {
        return tenant.all(Kind.DELETED_USERS).stream()
                .filter(user -> !user.texts("proxyAddresses").isEmpty())
                .filter(user -> identity.isEmpty() || isNamed(user, identity.get()))
                .map(user -> {
                    ObjectNode row = JsonMapper.shared()
                            .createObjectNode()
                            .put(
                                    "Identity",
                                    "Soft Deleted Objects\\"
                                            + user.text("displayName").orElse(""))
                            .put("ExternalDirectoryObjectId", user.text("id").orElse(""))
                            .put("DisplayName", user.text("displayName").orElse(""))
                            .put("PrimarySmtpAddress", user.text("mail").orElse(""));
                    ArrayNode addresses = row.putArray("EmailAddresses");
                    user.texts("proxyAddresses").forEach(addresses::add);
                    return row.put("RecipientTypeDetails", "UserMailbox").put("RecipientType", "UserMailbox");
                });
    }
}
