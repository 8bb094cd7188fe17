package dev.caravan.simulator.mail;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every letter that was written since the simulation began.
public final class Messages implements Recalling {

    private static final String SENT = "mail.sent";
    private static final String TRIED = "mail.tried";
    private static final String POSTED = "mail.posted.sent";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Journal journal;
    private final List<Message> all = new ArrayList<>();
    private final Map<String, Long> perWorld = new HashMap<>();
    private final Map<Long, String> posted = new HashMap<>();

    Messages(Journal journal) {
        this.journal = journal;
    }

    /// All letters, in the order of writing.
    public synchronized List<Message> all() {
        return List.copyOf(all);
    }

    /// The id of the letter that somebody in a tenant has written; empty for those that are drawn.
    synchronized Optional<String> posted(Message message) {
        return Optional.ofNullable(posted.get(message.seq()));
    }

    /// True once such a letter has set out.
    synchronized boolean holds(Posted letter) {
        return posted.containsValue(letter.id());
    }

    /// How many letters of a world have been drawn.
    synchronized long count(String world) {
        return perWorld.getOrDefault(world, 0L);
    }

    synchronized Message sent(String world, String from, String to, Instant sent, Outcome outcome) {
        Message written =
                new Message(all.size() + 1L, world, from, to, sent, Message.State.DEFERRED, null, null, List.of());
        Message message = written.tried(sent, outcome);
        journal.append(new Entry(SENT, JSON.valueToTree(message)));
        add(message);
        return message;
    }

    /// A letter that somebody in a tenant has written sets out.
    synchronized Message sent(Posted letter, Instant now, Outcome outcome) {
        Message written = new Message(
                all.size() + 1L,
                letter.world(),
                letter.from(),
                letter.to(),
                letter.written(),
                Message.State.DEFERRED,
                null,
                null,
                List.of());
        Message message = written.tried(now, outcome);
        ObjectNode data = JSON.createObjectNode().put("posted", letter.id());
        data.set("message", JSON.valueToTree(message));
        journal.append(new Entry(POSTED, data));
        addPosted(letter.id(), message);
        return message;
    }

    private void addPosted(String letter, Message message) {
        all.add(message);
        posted.put(message.seq(), letter);
    }

    synchronized Message tried(Message message, Instant time, Outcome outcome) {
        Message next = message.tried(time, outcome);
        ObjectNode data = JSON.createObjectNode().put("seq", next.seq());
        data.set("state", JSON.valueToTree(next.state()));
        data.put("deliveredTenant", next.deliveredTenant());
        data.set("attempt", JSON.valueToTree(next.attempts().getLast()));
        journal.append(new Entry(TRIED, data));
        replace(next);
        return next;
    }

    private void add(Message message) {
        all.add(message);
        perWorld.merge(message.world(), 1L, Long::sum);
    }

    private void replace(Message message) {
        all.set((int) message.seq() - 1, message);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SENT, TRIED, POSTED);
    }

    @Override
    public synchronized void recall(Entry entry) {
        if (entry.kind().equals(SENT)) {
            add(JSON.treeToValue(entry.data(), Message.class));
        } else if (entry.kind().equals(POSTED)) {
            addPosted(
                    entry.data().path("posted").asString(),
                    JSON.treeToValue(entry.data().path("message"), Message.class));
        } else {
            replace(recalled(entry.data()));
        }
    }

    private Message recalled(JsonNode data) {
        Message before = all.get(data.path("seq").asInt() - 1);
        Message.Attempt attempt = JSON.treeToValue(data.path("attempt"), Message.Attempt.class);
        Message.State state = JSON.treeToValue(data.path("state"), Message.State.class);
        @Nullable
        String tenant = data.path("deliveredTenant").isString()
                ? data.path("deliveredTenant").asString()
                : null;
        List<Message.Attempt> attempts = new ArrayList<>(before.attempts());
        attempts.add(attempt);
        return new Message(
                before.seq(),
                before.world(),
                before.from(),
                before.to(),
                before.sent(),
                state,
                state == Message.State.DELIVERED ? attempt.time() : null,
                tenant,
                attempts);
    }
}
