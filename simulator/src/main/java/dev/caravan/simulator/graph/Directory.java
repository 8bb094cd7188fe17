package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.DirectorySync;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A tenant's directory as Graph shows it.
record Directory(Place place) {

    private static final String COUNTRY = "countryLetterCode";

    Tenant tenant() {
        return place.tenant();
    }

    List<ObjectNode> all(Kind kind) {
        return tenant().all(kind).stream()
                .map(JsonLine::value)
                .map(Directory::object)
                .toList();
    }

    private static ObjectNode object(JsonNode value) {
        return ((ObjectNode) value).deepCopy();
    }

    ObjectNode organization() {
        JsonNode description = tenant().description();
        ObjectNode organization = JsonMapper.shared()
                .createObjectNode()
                .put("id", tenant().id())
                .put("displayName", tenant().displayName())
                .put("tenantType", "AAD");
        if (description.has(COUNTRY)) {
            organization.set(COUNTRY, description.path(COUNTRY));
        }
        DirectorySync.enabled(tenant()).ifPresent(enabled -> organization.set(DirectorySync.ENABLED, enabled));
        ArrayNode domains = organization.putArray("verifiedDomains");
        tenant().all(Kind.DOMAINS).stream()
                .filter(domain -> domain.isTrue("isVerified"))
                .forEach(domain -> domains.addObject()
                        .put("capabilities", String.join(", ", domain.texts("supportedServices")))
                        .put("isDefault", domain.isTrue("isDefault"))
                        .put("isInitial", domain.isTrue("isInitial"))
                        .put("name", domain.text("id").orElse(""))
                        .put("type", domain.text("authenticationType").orElse("Managed")));
        return organization;
    }

    /// Contacts are mastered by Exchange; the directory shows them under an id of their own.
    List<ObjectNode> contacts() {
        return tenant().all(Kind.MAIL_CONTACTS).stream().map(this::contact).toList();
    }

    private ObjectNode contact(JsonLine contact) {
        ObjectNode shown = JsonMapper.shared()
                .createObjectNode()
                .put("id", contactId(contact))
                .put("displayName", contact.text("DisplayName").orElse(""))
                .put(
                        "mail",
                        contact.text("ExternalEmailAddress")
                                .flatMap(Address::smtp)
                                .orElse(null));
        ArrayNode addresses = shown.putArray("proxyAddresses");
        contact.texts("EmailAddresses").forEach(addresses::add);
        return shown;
    }

    static String contactId(JsonLine contact) {
        return contact.text("ExternalDirectoryObjectId")
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                                contact.text("Guid").orElse("").getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    Optional<ObjectNode> withId(Kind kind, String id) {
        return find(kind, object -> object.is("id", id));
    }

    /// A user by id or by the name to sign in with.
    Optional<ObjectNode> user(String key) {
        return find(Kind.USERS, object -> object.is("id", key) || object.is("userPrincipalName", key));
    }

    private Optional<ObjectNode> find(Kind kind, Predicate<JsonLine> wanted) {
        return tenant().all(kind).stream()
                .filter(wanted)
                .map(JsonLine::value)
                .map(Directory::object)
                .findFirst();
    }

    /// Whoever stands in a group, a type with each.
    List<ObjectNode> members(String groupId) {
        return place.rows(Kind.GROUP_MEMBERS, "Group", groupId)
                .flatMap(row -> place.idOf(Kind.GROUP_MEMBERS, row, "Member").stream())
                .flatMap(id -> member(id).stream())
                .distinct()
                .toList();
    }

    private Optional<ObjectNode> member(String id) {
        return withId(Kind.USERS, id)
                .map(user -> typed(user, EntityType.USER))
                .or(() -> withId(Kind.GROUPS, id).map(group -> typed(group, EntityType.GROUP)))
                .or(() -> place.recipients()
                        .withId(id)
                        .filter(recipient -> recipient.kind() == Kind.MAIL_CONTACTS)
                        .map(contact -> typed(contact(contact.object()), EntityType.CONTACT)));
    }

    /// What refers to a domain: users, groups and applications. What only Exchange knows does not show here, but
    /// stands in the way of a removal all the same, and so do objects that were deleted.
    ///
    /// @param deleted whether they show
    List<ObjectNode> references(DomainName domain, boolean deleted) {
        References references = new References(tenant(), domain);
        return Stream.of(
                        deleted ? typed(references, Kind.DELETED_USERS, EntityType.USER) : Stream.<ObjectNode>empty(),
                        deleted ? typed(references, Kind.DELETED_GROUPS, EntityType.GROUP) : Stream.<ObjectNode>empty(),
                        typed(references, Kind.USERS, EntityType.USER),
                        typed(references, Kind.GROUPS, EntityType.GROUP),
                        typed(references, Kind.APPLICATIONS, EntityType.APPLICATION))
                .flatMap(objects -> objects)
                .toList();
    }

    private static Stream<ObjectNode> typed(References references, Kind kind, EntityType type) {
        return references.of(kind).stream()
                .map(reference -> typed(object(reference.object().value()), type));
    }

    /// What was deleted and can come back.
    Optional<ObjectNode> deleted(String id) {
        return withId(Kind.DELETED_USERS, id)
                .map(user -> typed(user, EntityType.USER))
                .or(() -> withId(Kind.DELETED_GROUPS, id).map(group -> typed(group, EntityType.GROUP)));
    }

    static ObjectNode typed(JsonNode value, EntityType type) {
        return typed(object(value), type);
    }

    private static ObjectNode typed(ObjectNode object, EntityType type) {
        return object.put("@odata.type", "#" + type.qualified());
    }
}
