package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What happens to users some time after it was asked for: it waits in a file of its own.
public final class UserStates {

    private static final String NAME = "userPrincipalName";
    private static final String AT = "primaryAt";

    private UserStates() {}

    /// A name to sign in with becomes the primary address at an instant, if it still is the user's name then.
    public static void primaryAt(Change change, String userId, String name, Instant instant) {
        forget(change, userId);
        change.add(
                Kind.USER_STATES,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("id", userId)
                        .put(NAME, name)
                        .put(AT, instant.toString()));
    }

    /// Nothing is to happen to a user any more.
    public static void forget(Change change, String userId) {
        change.tenant().all(Kind.USER_STATES).stream()
                .filter(state -> state.is("id", userId))
                .forEach(state -> change.remove(Kind.USER_STATES, state));
    }

    /// Lets everything happen that is due.
    static void catchUp(Change change, Instant now) {
        for (JsonLine state : change.tenant().all(Kind.USER_STATES)) {
            if (state.instant(AT).filter(due -> !due.isAfter(now)).isPresent()) {
                change.remove(Kind.USER_STATES, state);
                promote(change, state.text("id").orElse(""), state.text(NAME).orElse(""));
            }
        }
    }

    /// An address that was taken from the mailbox meanwhile does not come back.
    private static void promote(Change change, String userId, String name) {
        Optional<Recipient> mailbox = change.recipients()
                .withId(userId)
                .filter(recipient -> recipient.object().is("UserPrincipalName", name))
                .filter(recipient -> recipient.smtpAddresses().stream().anyMatch(name::equalsIgnoreCase));
        mailbox.ifPresent(recipient -> AddressBook.put(
                change, recipient, AddressBook.of(recipient.object()).adding(List.of("SMTP:" + name))));
    }
}
