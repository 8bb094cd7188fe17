package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.CustomAttributes;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Recipients as cmdlets list them.
record RecipientRows(Place place) {

    static final String WITH_DISPLAY_NAMES = "IncludeGrantSendOnBehalfToWithDisplayNames";

    private static final Map<Kind, String> TYPES = Map.of(
            Kind.MAILBOXES, "UserMailbox",
            Kind.MAIL_USERS, "MailUser",
            Kind.MAIL_CONTACTS, "MailContact",
            Kind.DISTRIBUTION_GROUPS, "MailUniversalDistributionGroup",
            Kind.DYNAMIC_DISTRIBUTION_GROUPS, "DynamicDistributionGroup",
            Kind.UNIFIED_GROUPS, "MailUniversalDistributionGroup",
            Kind.MAIL_PUBLIC_FOLDERS, "PublicFolder");

    private static final Set<Kind> GROUPS =
            Set.of(Kind.DISTRIBUTION_GROUPS, Kind.DYNAMIC_DISTRIBUTION_GROUPS, Kind.UNIFIED_GROUPS);

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
                .map(recipient -> cmdlet.isSet(WITH_DISPLAY_NAMES) ? withDeputies(recipient) : whole(recipient))
                .filter(filter(cmdlet))
                .toList();
    }

    private ObjectNode withDeputies(Recipient mailbox) {
        ObjectNode row = whole(mailbox);
        ArrayNode names = row.putArray("GrantSendOnBehalfToWithDisplayNames");
        new Deputies(place).displayNames(mailbox).forEach(names::add);
        return row;
    }

    /// All kinds in short, and if asked those that were deleted and can come back.
    List<ObjectNode> all(Cmdlet cmdlet) {
        Optional<String> identity = cmdlet.text("Identity");
        List<ObjectNode> found = Stream.concat(
                        identity.map(this::wanted)
                                .orElseGet(() -> place.recipients().all().stream())
                                .map(RecipientRows::brief),
                        cmdlet.isSet("IncludeSoftDeletedRecipients") ? deleted(identity) : Stream.empty())
                .filter(filter(cmdlet))
                .toList();
        if (identity.isPresent() && found.isEmpty()) {
            throw CmdletError.notFound(identity.get(), Mailboxes.server(place.tenant()));
        }
        return found;
    }

    List<ObjectNode> members(String identity) {
        Recipient group = new Named(place).one(identity, Kind.DISTRIBUTION_GROUPS);
        return place.rows(Kind.GROUP_MEMBERS, "Group", group.id())
                .flatMap(row -> place.idOf(Kind.GROUP_MEMBERS, row, "Member").stream())
                .flatMap(member -> place.recipients().withId(member).stream())
                .distinct()
                .map(RecipientRows::brief)
                .toList();
    }

    /// Whom the filter of a dynamic group means now.
    List<ObjectNode> dynamicMembers(String identity) {
        Recipient group = new Named(place).one(identity, Kind.DYNAMIC_DISTRIBUTION_GROUPS);
        Predicate<JsonNode> isMember =
                group.object().text("RecipientFilter").map(OpathFilter::parse).orElse(_ -> false);
        return place.recipients().all().stream()
                .filter(recipient -> isMember.test(whole(recipient)))
                .map(RecipientRows::brief)
                .toList();
    }

    private Stream<Recipient> wanted(Cmdlet cmdlet, List<Kind> kinds) {
        Optional<String> identity = cmdlet.text("Identity");
        if (identity.isEmpty()) {
            return place.recipients().all().stream().filter(recipient -> kinds.contains(recipient.kind()));
        }
        List<Recipient> found = wanted(identity.get())
                .filter(recipient -> kinds.contains(recipient.kind()))
                .toList();
        if (found.isEmpty()) {
            throw CmdletError.notFound(identity.get(), Mailboxes.server(place.tenant()));
        }
        return found.stream();
    }

    private Stream<Recipient> wanted(String identity) {
        return place.recipients().named(identity).stream();
    }

    private static Predicate<JsonNode> filter(Cmdlet cmdlet) {
        return cmdlet.text("Filter").map(OpathFilter::parse).orElse(_ -> true);
    }

    private ObjectNode whole(Recipient recipient) {
        ObjectNode row = new PresentNames(place).recipient(recipient).put("RecipientType", type(recipient));
        if (GROUPS.contains(recipient.kind()) && !row.has(Shapes.INSIDERS_ONLY)) {
            row.put(Shapes.INSIDERS_ONLY, false);
        }
        return row;
    }

    private static ObjectNode brief(Recipient recipient) {
        ObjectNode row = JsonMapper.shared().createObjectNode();
        Stream.concat(SHORT.stream(), CustomAttributes.NAMES.stream())
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

    static String type(Recipient recipient) {
        boolean security = recipient
                .object()
                .text("RecipientTypeDetails")
                .filter("MailUniversalSecurityGroup"::equals)
                .isPresent();
        return security ? "MailUniversalSecurityGroup" : TYPES.getOrDefault(recipient.kind(), "UserMailbox");
    }

    private Stream<ObjectNode> deleted(Optional<String> identity) {
        return place.tenant().all(Kind.DELETED_USERS).stream()
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
