package dev.caravan.simulator.content;

import dev.caravan.simulator.content.MailboxItem.Type;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The folders for messages in a mailbox: those that every mailbox has, and those that were made in it.
///
/// A folder's *key* is what messages keep of it: the name that is known in every mailbox, or the id of one that was
/// made.
public record Folders(Place place, Recipient mailbox) {

    private static final String NAME = "displayName";
    private static final String ROOT = "msgfolderroot";

    /// As Graph shows them.
    public List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        Arrays.stream(MailFolder.values()).forEach(folder -> all.add(shown(folder.word(), folder.displayName())));
        made().forEach(item -> all.add(shown(item.id(), name(item))));
        return all;
    }

    /// The key of a folder by the name that is known everywhere, or by its id.
    public Optional<String> key(String wanted) {
        return Arrays.stream(MailFolder.values())
                .map(MailFolder::word)
                .filter(word ->
                        word.equalsIgnoreCase(wanted) || id(mailbox, word).equals(wanted))
                .findFirst()
                .or(() -> made().map(MailboxItem::id).filter(wanted::equals).findFirst());
    }

    /// Whether there is a folder of that name, in whatever case.
    public boolean isNamed(String name) {
        return all().stream()
                .anyMatch(folder -> folder.path(NAME).asString().strip().equalsIgnoreCase(name.strip()));
    }

    /// The id under which Graph shows the folder of that key.
    static String id(Recipient mailbox, String key) {
        return isKnownEverywhere(key) || key.equals(ROOT)
                ? "AQMk" + mailbox.guid().replace("-", "") + key
                : key;
    }

    /// The folder of that key as Graph shows it.
    public ObjectNode shown(String key) {
        String id = id(mailbox, key);
        return all().stream()
                .filter(folder -> folder.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Makes a folder.
    public static ObjectNode create(Change change, Recipient mailbox, String name) {
        ObjectNode value = JsonMapper.shared().createObjectNode().put(NAME, name);
        MailboxItem folder = MailboxItem.of(Type.FOLDER, "", change.instant(), value);
        folder.put(change, mailbox);
        return new Folders(change.place(), mailbox).shown(folder.id());
    }

    /// The key of the folder in another mailbox that goes by the same name, made if there is none.
    ///
    /// @param key of a folder of this one
    public String matching(String key, Change change, Recipient other) {
        if (isKnownEverywhere(key)) {
            return key;
        }
        MailboxItem origin =
                made().filter(item -> item.id().equals(key)).findFirst().orElseThrow();
        return new Folders(change.place(), other)
                .made()
                .filter(item -> name(item).equalsIgnoreCase(name(origin)))
                .findFirst()
                .orElseGet(() -> {
                    MailboxItem copy = origin.copy("");
                    copy.put(change, other);
                    return copy;
                })
                .id();
    }

    private static boolean isKnownEverywhere(String key) {
        return Arrays.stream(MailFolder.values())
                .anyMatch(folder -> folder.word().equals(key));
    }

    private Stream<MailboxItem> made() {
        return MailboxItem.all(place, mailbox).stream().filter(item -> item.type() == Type.FOLDER);
    }

    private static String name(MailboxItem folder) {
        return folder.value().path(NAME).asString();
    }

    private ObjectNode shown(String key, String displayName) {
        List<MailboxItem> messages = MailboxItem.all(place, mailbox).stream()
                .filter(item -> item.type() == Type.MESSAGE)
                .filter(item -> item.folder().equals(key))
                .toList();
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", id(mailbox, key))
                .put(NAME, displayName)
                .put("parentFolderId", id(mailbox, ROOT))
                .put("childFolderCount", 0)
                .put(
                        "unreadItemCount",
                        messages.stream()
                                .filter(item -> !item.value().path("isRead").asBoolean(false))
                                .count())
                .put("totalItemCount", messages.size())
                .put("isHidden", false);
    }
}
