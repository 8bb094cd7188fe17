package dev.caravan.simulator.graph;

import dev.caravan.simulator.content.Folders;
import dev.caravan.simulator.content.MailFolder;
import dev.caravan.simulator.content.MailboxItem;
import dev.caravan.simulator.content.MailboxItem.Type;
import dev.caravan.simulator.content.TaskLists;
import dev.caravan.simulator.mail.PostBox;
import dev.caravan.simulator.mail.Posted;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.Address;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts messages, events, contacts and tasks into mailboxes, and sends mail.
record MailboxWriting(Change change, PostBox postBox) {

    private static final int READERS_MAX = 500;
    private static final int TASKS_PATH = 6;
    private static final List<String> READERS = List.of("toRecipients", "ccRecipients", "bccRecipients");

    GraphAnswer answer(GraphRequest request) {
        List<String> path = request.path();
        Recipient mailbox = MailboxPath.mailbox(change.place(), path.get(1));
        String where = String.join("/", path.subList(2, path.size()));
        NewItem item = new NewItem(request.body(), now());
        return switch (where) {
            case "sendMail" -> send(mailbox, request.body());
            case "messages" -> draft(mailbox, MailFolder.DRAFTS.word(), item, request);
            case "mailFolders" -> folder(mailbox, request);
            case "events" -> {
                ObjectNode event = item.event();
                event.set("organizer", writer(mailbox));
                yield added(
                        mailbox, MailboxItem.of(Type.EVENT, "", item.date("start"), event), EntityType.EVENT, request);
            }
            case "contacts" ->
                added(
                        mailbox,
                        MailboxItem.of(Type.CONTACT, "", now(), item.contact()),
                        EntityType.PERSONAL_CONTACT,
                        request);
            case "todo/lists" -> list(mailbox, request);
            default -> elsewhere(mailbox, item, request);
        };
    }

    private GraphAnswer elsewhere(Recipient mailbox, NewItem item, GraphRequest request) {
        List<String> path = request.path();
        if (path.size() == 5
                && path.get(2).equals("mailFolders")
                && path.getLast().equals("messages")) {
            return draft(
                    mailbox, MailboxReading.folder(new Folders(change.place(), mailbox), path.get(3)), item, request);
        }
        if (path.size() == TASKS_PATH
                && path.get(3).equals("lists")
                && path.getLast().equals("tasks")) {
            String list = MailboxReading.list(change.place(), mailbox, path.get(4));
            return added(mailbox, MailboxItem.of(Type.TASK, list, now(), item.task()), EntityType.TASK, request);
        }
        throw GraphError.notAllowed(request.method());
    }

    private Instant now() {
        return change.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private GraphAnswer draft(Recipient mailbox, String folder, NewItem item, GraphRequest request) {
        ObjectNode message = item.message(domain(mailbox));
        if (!message.has("from")) {
            message.set("from", writer(mailbox));
            message.set("sender", writer(mailbox));
        }
        return added(mailbox, MailboxItem.of(Type.MESSAGE, folder, now(), message), EntityType.MESSAGE, request);
    }

    private GraphAnswer added(Recipient mailbox, MailboxItem item, EntityType type, GraphRequest request) {
        item.put(change, mailbox);
        return made(mailbox, item.value(), type, request);
    }

    private GraphAnswer made(Recipient mailbox, ObjectNode value, EntityType type, GraphRequest request) {
        change.effect("mailbox %s: %s %s is new"
                .formatted(mailbox.guid(), type.qualified(), value.path("id").asString()));
        return Entities.answer(201, request, request.target().substring(1), type, value);
    }

    private GraphAnswer folder(Recipient mailbox, GraphRequest request) {
        String name = name(request, "mailFolder");
        if (new Folders(change.place(), mailbox).isNamed(name)) {
            throw GraphError.folderExists();
        }
        return made(mailbox, Folders.create(change, mailbox, name), EntityType.MAIL_FOLDER, request);
    }

    private GraphAnswer list(Recipient mailbox, GraphRequest request) {
        String name = name(request, "todoTaskList");
        return made(mailbox, new TaskLists(change).create(mailbox, name), EntityType.TASK_LIST, request);
    }

    private static String name(GraphRequest request, String type) {
        for (String property : request.body().propertyNames()) {
            if (!property.equals("displayName")) {
                throw GraphError.badRequest("Property '" + property + "' of " + type + " is not simulated.");
            }
        }
        return Entities.text(request.body(), "displayName", type);
    }

    private static ObjectNode writer(Recipient mailbox) {
        ObjectNode writer = JsonMapper.shared().createObjectNode();
        writer.putObject("emailAddress")
                .put("name", mailbox.object().text("DisplayName").orElse(""))
                .put("address", address(mailbox));
        return writer;
    }

    private static String address(Recipient mailbox) {
        return mailbox.object().text("PrimarySmtpAddress").orElse("");
    }

    private static String domain(Recipient mailbox) {
        return address(mailbox).substring(address(mailbox).lastIndexOf('@') + 1);
    }

    private GraphAnswer send(Recipient mailbox, JsonNode body) {
        requireKnown(body);
        NewItem item = new NewItem(one(body, "message", "Message"), now());
        ObjectNode message = item.message(domain(mailbox));
        requireOwn(mailbox, message);
        List<Address> readers = readers(message);
        message.set("from", writer(mailbox));
        message.set("sender", writer(mailbox));
        message.put("isDraft", false);
        readers.forEach(reader -> post(mailbox, reader, message));
        if (one(body, "saveToSentItems", "SaveToSentItems").asBoolean(true)) {
            MailFolder.SENT.message(now(), message.deepCopy()).put(change, mailbox);
        }
        change.effect("mailbox %s: a letter to %s is sent".formatted(mailbox.guid(), readers));
        return new GraphAnswer.Good(202, MissingNode.getInstance());
    }

    private static void requireKnown(JsonNode body) {
        Set<String> known = Set.of("message", "Message", "saveToSentItems", "SaveToSentItems");
        for (String property : body.propertyNames()) {
            if (!known.contains(property)) {
                throw GraphError.badRequest("The parameter '" + property + "' does not exist.");
            }
        }
    }

    private static JsonNode one(JsonNode body, String name, String other) {
        return body.has(name) ? body.path(name) : body.path(other);
    }

    private static void requireOwn(Recipient mailbox, ObjectNode message) {
        String from = message.path("from").path("emailAddress").path("address").asString("");
        if (!from.isEmpty() && mailbox.smtpAddresses().stream().noneMatch(from::equalsIgnoreCase)) {
            throw GraphError.sendAsDenied();
        }
    }

    private static List<Address> readers(ObjectNode message) {
        List<Address> readers = new ArrayList<>();
        for (String list : READERS) {
            for (JsonNode reader : message.path(list)) {
                readers.add(
                        Address.find(reader.path("emailAddress").path("address").asString(""))
                                .orElseThrow(() -> GraphError.ofItem(
                                        "ErrorInvalidRecipients", "At least one recipient is not valid.")));
            }
        }
        if (readers.isEmpty() || readers.size() > READERS_MAX) {
            throw GraphError.ofItem("ErrorInvalidRecipients", "At least one recipient is not valid.");
        }
        return readers.stream().distinct().toList();
    }

    /// Nobody sees who else gets a blind copy.
    private void post(Recipient mailbox, Address reader, ObjectNode message) {
        ObjectNode seen = message.deepCopy();
        seen.putArray("bccRecipients");
        Posted letter = new Posted(
                UUID.randomUUID().toString(),
                change.world(),
                change.tenant().id(),
                address(mailbox),
                reader.toString(),
                now(),
                seen);
        change.together(postBox.entry(letter), () -> postBox.takes(letter));
    }
}
