package dev.caravan.simulator.names;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// What names to sign in with do to addresses. What is under way already keeps its instant.
public final class SignInNames implements Recalling {

    private static final String KIND = "sign-in-names";

    private final Journal journal;
    private volatile SignInNameSettings settings;

    SignInNames(SignInNameSettings settings, Journal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    /// What a new name becomes among the addresses.
    public Following addresses() {
        return settings.addresses();
    }

    /// After how long it becomes the primary one where that is late.
    public Duration delay() {
        return settings.delay();
    }

    SignInNameSettings settings() {
        return settings;
    }

    synchronized void set(SignInNameSettings wanted) {
        journal.append(new Entry(
                KIND,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("addresses", wanted.addresses().name())
                        .put("delay", wanted.delay().toString())));
        settings = wanted;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void recall(Entry entry) {
        settings = new SignInNameSettings(
                Following.valueOf(entry.data().path("addresses").asString()),
                Duration.parse(entry.data().path("delay").asString()));
    }
}
