package dev.caravan.simulator.graph;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What callers write into a mailbox, with what Exchange adds to it.
///
/// @param body as sent
/// @param now the simulated instant
record NewItem(JsonNode body, Instant now) {

    private static final Set<String> MESSAGE = Set.of(
            "bccRecipients",
            "body",
            "categories",
            "ccRecipients",
            "flag",
            "from",
            "importance",
            "internetMessageId",
            "isDeliveryReceiptRequested",
            "isRead",
            "isReadReceiptRequested",
            "replyTo",
            "sender",
            "subject",
            "toRecipients");
    private static final Set<String> EVENT = Set.of(
            "allowNewTimeProposals",
            "attendees",
            "body",
            "categories",
            "end",
            "importance",
            "isAllDay",
            "isReminderOn",
            "location",
            "recurrence",
            "reminderMinutesBeforeStart",
            "responseRequested",
            "sensitivity",
            "showAs",
            "start",
            "subject",
            "transactionId");
    private static final Set<String> CONTACT = Set.of(
            "birthday",
            "businessPhones",
            "categories",
            "companyName",
            "department",
            "displayName",
            "emailAddresses",
            "givenName",
            "homePhones",
            "jobTitle",
            "middleName",
            "mobilePhone",
            "nickName",
            "officeLocation",
            "personalNotes",
            "surname");
    private static final Set<String> TASK = Set.of(
            "body",
            "categories",
            "dueDateTime",
            "importance",
            "isReminderOn",
            "recurrence",
            "reminderDateTime",
            "startDateTime",
            "status",
            "title");
    private static final Set<String> PATTERNS =
            Set.of("daily", "weekly", "absoluteMonthly", "relativeMonthly", "absoluteYearly", "relativeYearly");
    private static final Set<String> RANGES = Set.of("endDate", "noEnd", "numbered");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final int PREVIEW_MAX = 255;

    /// A message, not yet in a folder, and not yet sent.
    ///
    /// @param domain for its id
    ObjectNode message(String domain) {
        ObjectNode message = item(MESSAGE, "messages");
        for (String list : Set.of("toRecipients", "ccRecipients", "bccRecipients", "replyTo", "categories")) {
            if (!message.path(list).isArray()) {
                message.putArray(list);
            }
        }
        otherwise(message, "subject", "");
        otherwise(message, "importance", "normal");
        otherwise(message, "internetMessageId", "<" + UUID.randomUUID() + "@" + domain + ">");
        if (!message.has("isRead")) {
            message.put("isRead", true);
        }
        return described(message)
                .put("hasAttachments", false)
                .put("isDraft", true)
                .put("conversationId", key("conversation " + message.path("subject")))
                .put("receivedDateTime", now.toString())
                .put("sentDateTime", now.toString());
    }

    ObjectNode event() {
        ObjectNode event = item(EVENT, "events");
        requireTime("start");
        requireTime("end");
        if (date("start").isAfter(date("end"))) {
            throw GraphError.ofItem("ErrorPropertyValidationFailure", "The end of an event is before its start.");
        }
        JsonNode recurrence = body.path("recurrence");
        if (!recurrence.isMissingNode() && !recurrence.isNull() && !isRecurrence(recurrence)) {
            throw GraphError.ofItem("ErrorPropertyValidationFailure", "The recurrence of an event is not valid.");
        }
        otherwise(event, "subject", "");
        otherwise(event, "importance", "normal");
        otherwise(event, "sensitivity", "normal");
        otherwise(event, "showAs", "busy");
        if (!event.has("isAllDay")) {
            event.put("isAllDay", false);
        }
        if (!event.path("attendees").isArray()) {
            event.putArray("attendees");
        }
        return described(event)
                .put("type", recurrence.isObject() ? "seriesMaster" : "singleInstance")
                .put("isOrganizer", true)
                .put("isCancelled", false)
                .put("hasAttachments", false)
                .put("iCalUId", UUID.randomUUID().toString().replace("-", ""));
    }

    private static boolean isRecurrence(JsonNode recurrence) {
        JsonNode pattern = recurrence.path("pattern");
        JsonNode range = recurrence.path("range");
        return PATTERNS.contains(pattern.path("type").asString(""))
                && pattern.path("interval").asInt(0) > 0
                && RANGES.contains(range.path("type").asString(""))
                && range.path("startDate").isString();
    }

    private void requireTime(String property) {
        try {
            if (LocalDateTime.parse(body.path(property).path("dateTime").asString("")) != null
                    && body.path(property).path("timeZone").isString()) {
                return;
            }
        } catch (DateTimeException e) {
            throw badTime(property, e);
        }
        throw badTime(property, null);
    }

    private static GraphError badTime(String property, @org.jspecify.annotations.Nullable Throwable cause) {
        String detail = cause == null ? "" : " " + cause.getMessage();
        return GraphError.ofItem(
                "ErrorPropertyValidationFailure",
                "The property '" + property + "' must have a dateTime and a timeZone." + detail);
    }

    /// The instant of an event's `start` or `end`; zones by names that only Windows knows are taken for UTC.
    Instant date(String property) {
        JsonNode time = body.path(property);
        LocalDateTime local = LocalDateTime.parse(time.path("dateTime").asString());
        try {
            return local.atZone(ZoneId.of(time.path("timeZone").asString())).toInstant();
        } catch (DateTimeException e) {
            return local.toInstant(ZoneOffset.UTC);
        }
    }

    ObjectNode contact() {
        ObjectNode contact = item(CONTACT, "contacts");
        String name = (body.path("givenName").asString("") + " "
                        + body.path("surname").asString(""))
                .strip();
        otherwise(contact, "displayName", name);
        for (String list : Set.of("emailAddresses", "businessPhones", "homePhones", "categories")) {
            if (!contact.path(list).isArray()) {
                contact.putArray(list);
            }
        }
        return contact;
    }

    /// Tasks are no items of Outlook: they have no version to be told apart by.
    ObjectNode task() {
        ObjectNode task = item(TASK, "tasks");
        Entities.text(body, "title", "todoTask");
        otherwise(task, "importance", "normal");
        otherwise(task, "status", "notStarted");
        if (!task.has("isReminderOn")) {
            task.put("isReminderOn", false);
        }
        task.remove("changeKey");
        return task.put("hasAttachments", false);
    }

    private ObjectNode item(Set<String> writable, String what) {
        if (!body.isObject()) {
            throw GraphError.badRequest("Write requests are only supported on contained entities, with a body");
        }
        for (String property : body.propertyNames()) {
            if (!writable.contains(property) && !property.startsWith("@odata.")) {
                throw GraphError.badRequest("Property '" + property + "' of " + what + " is not simulated.");
            }
        }
        ObjectNode item = JsonMapper.shared().createObjectNode();
        body.properties().stream()
                .filter(property -> !property.getKey().startsWith("@odata."))
                .forEach(property -> item.set(property.getKey(), property.getValue()));
        return item.put("createdDateTime", now.toString())
                .put("lastModifiedDateTime", now.toString())
                .put("changeKey", key(what + now + body));
    }

    private static ObjectNode described(ObjectNode item) {
        JsonNode body = item.path("body");
        if (!body.isObject()) {
            item.putObject("body").put("contentType", "text").put("content", "");
        }
        String text =
                TAG.matcher(body.path("content").asString("")).replaceAll("").strip();
        return item.put("bodyPreview", text.substring(0, Math.min(PREVIEW_MAX, text.length())));
    }

    private static void otherwise(ObjectNode item, String property, String value) {
        if (!item.path(property).isString()) {
            item.put(property, value);
        }
    }

    private static String key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
