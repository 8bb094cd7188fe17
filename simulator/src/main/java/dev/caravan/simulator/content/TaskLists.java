package dev.caravan.simulator.content;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The lists of tasks in mailboxes; every mailbox has one from the beginning.
public record TaskLists(Change change) {

    private static final String DEFAULT = "AQMkTasks";

    /// The lists of a mailbox as Graph shows them.
    public static List<ObjectNode> all(Place place, Recipient mailbox) {
        List<ObjectNode> lists = new ArrayList<>();
        lists.add(value("Tasks", "defaultList").put("id", defaultId(mailbox)));
        MailboxItem.all(place, mailbox).stream()
                .filter(item -> item.type() == MailboxItem.Type.TASK_LIST)
                .forEach(item -> lists.add(item.value()));
        return lists;
    }

    private static String defaultId(Recipient mailbox) {
        return DEFAULT + mailbox.guid().replace("-", "");
    }

    private static ObjectNode value(String name, String wellKnown) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("displayName", name)
                .put("isOwner", true)
                .put("isShared", false)
                .put("wellknownListName", wellKnown);
    }

    /// A new list of a mailbox.
    public ObjectNode create(Recipient mailbox, String name) {
        MailboxItem list = MailboxItem.of(MailboxItem.Type.TASK_LIST, "", change.instant(), value(name, "none"));
        list.put(change, mailbox);
        return list.value();
    }

    /// The list of a mailbox that stands for one of another mailbox, made if there is none.
    ///
    /// @param from the other's tenant
    /// @return its id
    public String matching(Place from, Recipient source, String listId, Recipient destination) {
        Optional<MailboxItem> origin =
                lists(from, source).filter(list -> list.id().equals(listId)).findFirst();
        if (origin.isEmpty()) {
            return defaultId(destination);
        }
        return lists(change.place(), destination)
                .filter(list -> list.copiedFrom().filter(listId::equals).isPresent())
                .findFirst()
                .orElseGet(() -> {
                    MailboxItem copy = origin.get().copy("");
                    copy.put(change, destination);
                    return copy;
                })
                .id();
    }

    private static java.util.stream.Stream<MailboxItem> lists(Place place, Recipient mailbox) {
        return MailboxItem.all(place, mailbox).stream().filter(item -> item.type() == MailboxItem.Type.TASK_LIST);
    }
}
