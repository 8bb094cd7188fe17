package dev.caravan.simulator.bittitan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a mailbox holds, as far as anything of it is copied.
///
/// What a world's mailbox held when it was loaded is known by its size alone, so it is divided by fixed shares.
enum ItemType {
    MAIL("Mail", 90),
    CALENDAR("Calendar", 6),
    CONTACT("Contact", 3),
    TASK("Task", 1);

    static final String ALL = "All";
    static final String NONE = "None";
    static final List<String> WORDS = List.of(
            "Mail",
            "Calendar",
            "Contact",
            "Task",
            "Note",
            "Journal",
            "Rule",
            "Folder",
            "DocumentFile",
            "Permissions",
            "Conversation",
            "ContactGroup",
            "Structure",
            "Shortcut",
            NONE,
            ALL);

    private final String word;
    private final int percent;

    ItemType(String word, int percent) {
        this.word = word;
        this.percent = percent;
    }

    String word() {
        return word;
    }

    /// The share of a number of items or bytes; all shares together are the whole.
    long of(long whole) {
        long share = whole / 100 * percent + whole % 100 * percent / 100;
        if (this != MAIL) {
            return share;
        }
        return whole
                - Arrays.stream(values())
                        .filter(type -> type != MAIL)
                        .mapToLong(type -> type.of(whole))
                        .sum();
    }

    /// @param written words with commas between them; empty: everything
    static Set<ItemType> read(String written) {
        List<String> words =
                Arrays.stream(written.split(",", -1)).map(String::strip).toList();
        Set<ItemType> types = EnumSet.noneOf(ItemType.class);
        for (ItemType type : values()) {
            if (written.isBlank() || words.contains(ALL) || words.contains(type.word)) {
                types.add(type);
            }
        }
        return types;
    }
}
