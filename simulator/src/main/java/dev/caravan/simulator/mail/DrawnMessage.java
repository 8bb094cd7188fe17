package dev.caravan.simulator.mail;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a letter says that nobody has written but the world's correspondence, as Graph shows it to the reader.
final class DrawnMessage {

    private DrawnMessage() {}

    /// @param number of the letter in its world: one and the same letter always has the same id
    static ObjectNode of(String world, long number, Letter letter, Instant written) {
        ObjectNode message = JsonMapper.shared()
                .createObjectNode()
                .put("internetMessageId", "<letter-%d@%s.invalid>".formatted(number, world))
                .put("subject", "Letter " + number)
                .put("sentDateTime", written.toString());
        message.set("from", person(letter.from()));
        message.set("sender", person(letter.from()));
        message.putArray("toRecipients").add(person(letter.to().toString()));
        message.putArray("ccRecipients");
        return message;
    }

    private static ObjectNode person(String address) {
        ObjectNode person = JsonMapper.shared().createObjectNode();
        person.putObject("emailAddress").put("name", address).put("address", address);
        return person;
    }
}
