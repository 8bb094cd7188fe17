package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Users and groups that are deleted: users and Microsoft 365 groups can come back, other groups cannot.
public record Departure(Change change) {

    private static final String DELETED_AT = "deletedDateTime";

    public void ofUser(JsonLine user) {
        String id = user.text("id").orElse("");
        change.recipients().withId(id).ifPresent(new Parting(change)::from);
        licences(user).forEach(new Units(change)::release);
        move(user, Kind.USERS, Kind.DELETED_USERS);
        change.effect("user %s is deleted and can come back".formatted(id));
    }

    public void ofGroup(JsonLine group) {
        String id = group.text("id").orElse("");
        if (group.texts("groupTypes").contains("Unified")) {
            change.recipients().withId(id).ifPresent(new Parting(change)::from);
            move(group, Kind.GROUPS, Kind.DELETED_GROUPS);
            change.effect("group %s is deleted and can come back".formatted(id));
        } else {
            change.recipients().withId(id).ifPresent(new Erasure(change)::of);
            new Erasure(change).traces(id);
            change.remove(Kind.GROUPS, group);
            change.effect("group %s is deleted for good".formatted(id));
        }
    }

    private void move(JsonLine object, Kind from, Kind to) {
        ObjectNode value = ((ObjectNode) object.value()).deepCopy();
        change.remove(from, object);
        change.add(to, value.put(DELETED_AT, change.instant().toString()));
    }

    /// A deleted user or group is there again, with the mailbox or the address that it had.
    ///
    /// @param addresses of those that it had
    public void back(JsonLine deleted, Kind from, ProxyAddresses addresses) {
        String id = deleted.text("id").orElse("");
        ObjectNode value = ((ObjectNode) deleted.value()).deepCopy();
        value.remove(DELETED_AT);
        addresses.entries().forEach(value.putArray("proxyAddresses")::add);
        change.remove(from, deleted);
        change.add(from == Kind.DELETED_USERS ? Kind.USERS : Kind.GROUPS, value);
        licences(deleted).forEach(new Units(change)::consume);
        new Parting(change).back(id).ifPresent(recipient -> AddressBook.put(change, recipient, addresses));
        change.effect("%s %s is back".formatted(from == Kind.DELETED_USERS ? "user" : "group", id));
    }

    private static List<String> licences(JsonLine user) {
        return user.value()
                .path("assignedLicenses")
                .valueStream()
                .map(licence -> licence.path("skuId").asString(""))
                .toList();
    }
}
