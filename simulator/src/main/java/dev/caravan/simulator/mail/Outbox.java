package dev.caravan.simulator.mail;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Recalling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// All letters that somebody in a tenant has written, whether they have arrived or not.
final class Outbox implements Recalling {

    private static final String KIND = "mail.posted";

    private final Map<String, Posted> letters = new LinkedHashMap<>();

    static Entry entry(Posted letter) {
        return new Entry(KIND, JsonMapper.shared().valueToTree(letter));
    }

    synchronized void add(Posted letter) {
        letters.put(letter.id(), letter);
    }

    synchronized Optional<Posted> find(String id) {
        return Optional.ofNullable(letters.get(id));
    }

    synchronized List<Posted> all() {
        return List.copyOf(letters.values());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void recall(Entry entry) {
        add(JsonMapper.shared().treeToValue(entry.data(), Posted.class));
    }
}
