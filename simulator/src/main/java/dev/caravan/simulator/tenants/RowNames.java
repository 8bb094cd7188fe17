package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Where in rows the names of recipients stand.
final class RowNames {

    /// Between a mailbox and its folder.
    private static final String FOLDER = ":\\";

    private static final Set<Kind> MAILBOXES = Set.of(Kind.MAILBOXES);
    private static final Set<Kind> GROUPS =
            Set.of(Kind.DISTRIBUTION_GROUPS, Kind.UNIFIED_GROUPS, Kind.DYNAMIC_DISTRIBUTION_GROUPS);
    private static final Map<Kind, List<String>> PROPERTIES = new EnumMap<>(Kind.class);

    static {
        PROPERTIES.put(Kind.GROUP_MEMBERS, List.of("Group", "Member"));
        PROPERTIES.put(Kind.MAILBOX_PERMISSIONS, List.of("Identity", "User"));
        PROPERTIES.put(Kind.RECIPIENT_PERMISSIONS, List.of("Identity", "Trustee"));
        PROPERTIES.put(Kind.MAILBOX_FOLDER_PERMISSIONS, List.of("Identity", "User"));
        PROPERTIES.put(Kind.MAILBOX_STATISTICS, List.of("Identity"));
        PROPERTIES.put(Kind.INBOX_RULES, List.of("Mailbox"));
        PROPERTIES.put(Kind.MAILBOX_ITEMS, List.of("mailbox"));
        Recipients.KINDS.forEach(
                kind -> PROPERTIES.put(kind, List.of("ForwardingAddress", "GrantSendOnBehalfTo", "ManagedBy")));
    }

    private RowNames() {}

    /// The kinds of rows that hold any.
    static Set<Kind> kinds() {
        return PROPERTIES.keySet();
    }

    /// A name and the property that it stands in.
    record Name(String property, String text) {

        String key() {
            return Link.key(property, text);
        }
    }

    static List<Name> of(Kind kind, JsonNode row) {
        return PROPERTIES.getOrDefault(kind, List.of()).stream()
                .flatMap(property ->
                        texts(row.path(property)).map(text -> new Name(property, owner(kind, property, text))))
                .filter(name -> !name.text().isBlank())
                .toList();
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(one -> one.asString(""))
                : Stream.of(value.isString() ? value.asString() : "");
    }

    /// Before a folder stands the mailbox that it is in.
    static String owner(Kind kind, String property, String text) {
        int colon = text.lastIndexOf(FOLDER);
        return kind == Kind.MAILBOX_FOLDER_PERMISSIONS && property.equals("Identity") && colon >= 0
                ? text.substring(0, colon)
                : text;
    }

    /// Who is meant first where a name is that of several.
    static Set<Kind> preferred(Kind kind, String property) {
        return switch (property) {
            case "Group" -> GROUPS;
            case "Mailbox", "mailbox" -> MAILBOXES;
            case "Identity" -> kind == Kind.RECIPIENT_PERMISSIONS ? Set.of() : MAILBOXES;
            default -> Set.of();
        };
    }
}
