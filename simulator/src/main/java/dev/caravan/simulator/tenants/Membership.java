package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Who stands in groups.
public record Membership(Change change) {

    private static final String GROUP = "Group";
    private static final String MEMBER = "Member";

    /// A group or whoever stands in one.
    ///
    /// @param name as rows write it
    public record Party(String id, String name) {}

    public Optional<JsonLine> row(String groupId, String memberId) {
        return change.place()
                .rows(Kind.GROUP_MEMBERS, GROUP, groupId)
                .filter(row -> change.place()
                        .idOf(Kind.GROUP_MEMBERS, row, MEMBER)
                        .filter(memberId::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    public void add(Party group, Party member) {
        change.add(
                Kind.GROUP_MEMBERS,
                JsonMapper.shared().createObjectNode().put(GROUP, group.name()).put(MEMBER, member.name()),
                new Link(GROUP, group.name(), group.id()),
                new Link(MEMBER, member.name(), member.id()));
        change.effect("group %s: +%s".formatted(group.id(), member.name()));
    }

    public void remove(Party group, JsonLine row) {
        change.remove(Kind.GROUP_MEMBERS, row);
        change.effect("group %s: -%s".formatted(group.id(), row.text(MEMBER).orElse("")));
    }
}
