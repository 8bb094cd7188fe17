package dev.caravan.mailbox.recipient.m365;

import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Resource;
import dev.caravan.mailbox.trial.NewItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of Graph to put an item into a test mailbox.
final class TestItemRequests {

    private static final String USERS = "users";
    private static final String UTC = "UTC";
    private static final int TIMES = 4;

    private TestItemRequests() {}

    /// What holds some of the items.
    ///
    /// @param folder the id of the folder for filed letters
    /// @param taskList the id of the list of tasks that every mailbox has
    record Containers(String folder, String taskList) {}

    /// @param day of the appointments
    static GraphRequest of(NewItem item, LocalDate day, Containers containers) {
        var name = item.item().name();
        return switch (item.item().kind()) {
            case SENT_LETTER -> sent(item);
            case FILED_LETTER -> post(item, letter(item), "mailFolders", containers.folder(), "messages");
            case APPOINTMENT -> post(item, appointment(name, day), "events");
            case SERIES -> post(item, series(name, day), "events");
            case CONTACT -> post(item, contact(item), "contacts");
            case TASK -> post(item, object().put("title", name), "todo", "lists", containers.taskList(), "tasks");
            case RECEIVED_LETTER -> throw new IllegalArgumentException("a letter is received by being sent");
        };
    }

    private static GraphRequest sent(NewItem item) {
        var body = object().put("saveToSentItems", true);
        body.set("message", letter(item));
        return post(item, body, "sendMail");
    }

    private static ObjectNode letter(NewItem item) {
        var letter = object().put("subject", item.item().name());
        letter.putObject("body")
                .put("contentType", "text")
                .put("content", "A letter that tries a move. It goes with the account that it was written for.");
        letter.putArray("toRecipients").addObject().putObject("emailAddress").put("address", item.reader());
        return letter;
    }

    private static ObjectNode appointment(String subject, LocalDate day) {
        var appointment = object().put("subject", subject);
        appointment.putObject("start").put("dateTime", day + "T10:00:00").put("timeZone", UTC);
        appointment.putObject("end").put("dateTime", day + "T11:00:00").put("timeZone", UTC);
        return appointment;
    }

    private static ObjectNode series(String subject, LocalDate day) {
        var series = appointment(subject, day);
        var recurrence = series.putObject("recurrence");
        recurrence
                .putObject("pattern")
                .put("type", "weekly")
                .put("interval", 1)
                .putArray("daysOfWeek")
                .add(day.getDayOfWeek().name().toLowerCase(Locale.ROOT));
        recurrence
                .putObject("range")
                .put("type", "numbered")
                .put("startDate", day.toString())
                .put("numberOfOccurrences", TIMES);
        return series;
    }

    private static ObjectNode contact(NewItem item) {
        var contact = object().put("displayName", item.item().name())
                .put("givenName", item.item().name());
        contact.putArray("emailAddresses").addObject().put("address", item.reader());
        return contact;
    }

    private static GraphRequest post(NewItem item, ObjectNode body, String... below) {
        var place = new ArrayList<>(List.of(USERS, item.account()));
        place.addAll(List.of(below));
        return GraphRequest.post(new Resource(place), body);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
