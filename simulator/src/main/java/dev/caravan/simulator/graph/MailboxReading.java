package dev.caravan.simulator.graph;

import dev.caravan.simulator.content.Folders;
import dev.caravan.simulator.content.MailboxItem;
import dev.caravan.simulator.content.MailboxItem.Type;
import dev.caravan.simulator.content.TaskLists;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is in a mailbox, as far as it was put there while the simulation ran.
record MailboxReading(Place place, GraphRequest request) {

    private static final int SIZE = 10;

    /// @param path from the user's key on
    ObjectNode answer(List<String> path) {
        if (!MailboxPath.isOne(request.path()) || path.get(1).equals("sendMail")) {
            throw GraphError.noSuchSegment(path.get(1));
        }
        Recipient mailbox = MailboxPath.mailbox(place, path.getFirst());
        Predicate<MailboxItem> wanted = MessageFilter.of(request);
        List<String> rest = path.subList(2, path.size());
        return switch (path.get(1)) {
            case "messages" -> items(mailbox, Type.MESSAGE, EntityType.MESSAGE, rest, wanted);
            case "events" -> items(mailbox, Type.EVENT, EntityType.EVENT, rest, _ -> true);
            case "contacts" -> items(mailbox, Type.CONTACT, EntityType.PERSONAL_CONTACT, rest, _ -> true);
            case "mailFolders" -> folders(mailbox, rest, wanted);
            case "calendar" -> calendar(mailbox, rest);
            default -> tasks(mailbox, rest);
        };
    }

    private ObjectNode items(
            Recipient mailbox, Type type, EntityType shown, List<String> rest, Predicate<MailboxItem> wanted) {
        List<ObjectNode> all = MailboxItem.all(place, mailbox).stream()
                .filter(item -> item.type() == type)
                .filter(wanted)
                .sorted(Comparator.comparing(MailboxItem::date).reversed())
                .map(MailboxItem::value)
                .toList();
        return found(shown, all, rest);
    }

    private ObjectNode found(EntityType type, List<ObjectNode> all, List<String> rest) {
        Selection selection = Selection.of(type, request);
        String context = "users('" + request.path().get(1) + "')/"
                + String.join("/", request.path().subList(2, request.path().size() - rest.size()));
        if (rest.isEmpty()) {
            return new Page(request, selection).of(context, all, SIZE);
        }
        if (rest.size() > 1) {
            throw GraphError.noSuchSegment(rest.get(1));
        }
        ObjectNode body = JsonMapper.shared()
                .createObjectNode()
                .put("@odata.context", request.base() + "/$metadata#" + context + selection.suffix() + "/$entity");
        body.setAll(selection.of(all.stream()
                .filter(value -> value.path("id").asString().equals(rest.getFirst()))
                .findFirst()
                .orElseThrow(GraphError::noItem)));
        return body;
    }

    private ObjectNode folders(Recipient mailbox, List<String> rest, Predicate<MailboxItem> wanted) {
        Folders folders = new Folders(place, mailbox);
        if (rest.size() > 1 && rest.get(1).equals("messages")) {
            String key = folder(folders, rest.getFirst());
            return items(
                    mailbox,
                    Type.MESSAGE,
                    EntityType.MESSAGE,
                    rest.subList(2, rest.size()),
                    wanted.and(item -> item.folder().equals(key)));
        }
        List<String> keys = rest.isEmpty()
                ? rest
                : List.of(folders.shown(folder(folders, rest.getFirst()))
                        .path("id")
                        .asString());
        return found(EntityType.MAIL_FOLDER, folders.all(), rest.size() > 1 ? rest : keys);
    }

    private ObjectNode calendar(Recipient mailbox, List<String> rest) {
        if (rest.isEmpty() || !rest.getFirst().equals("calendarPermissions")) {
            throw GraphError.noSuchSegment(rest.isEmpty() ? "calendar" : rest.getFirst());
        }
        return found(
                EntityType.CALENDAR_PERMISSION,
                new CalendarPermissions(place).of(mailbox),
                rest.subList(1, rest.size()));
    }

    /// The key of a folder that is there.
    static String folder(Folders folders, String wanted) {
        return folders.key(wanted).orElseThrow(GraphError::noItem);
    }

    private ObjectNode tasks(Recipient mailbox, List<String> rest) {
        if (rest.isEmpty() || !rest.getFirst().equals("lists")) {
            throw GraphError.noSuchSegment(rest.isEmpty() ? "todo" : rest.getFirst());
        }
        List<String> list = rest.subList(1, rest.size());
        if (list.size() > 1 && list.get(1).equals("tasks")) {
            String id = list(place, mailbox, list.getFirst());
            return items(
                    mailbox,
                    Type.TASK,
                    EntityType.TASK,
                    list.subList(2, list.size()),
                    item -> item.folder().equals(id));
        }
        return found(EntityType.TASK_LIST, TaskLists.all(place, mailbox), list);
    }

    /// The id of a list that is there.
    static String list(Place place, Recipient mailbox, String id) {
        return TaskLists.all(place, mailbox).stream()
                .map(list -> list.path("id").asString())
                .filter(id::equals)
                .findFirst()
                .orElseThrow(GraphError::noItem);
    }
}
