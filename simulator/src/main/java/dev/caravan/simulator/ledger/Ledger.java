package dev.caravan.simulator.ledger;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Every call that the simulator answered: who, what, when, on whose credential, and what it changed.
///
/// A call is recorded together with the change that it made, before it is answered: a killed simulator keeps both or
/// neither.
public final class Ledger implements Recalling {

    private static final String KIND = "call";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|password|passwd|token|authorization|assertion).*");

    private final SimulatedClock clock;
    private final Journal journal;
    private final List<Call> calls = new ArrayList<>();

    /// An empty ledger.
    public Ledger(SimulatedClock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /// Records a call and keeps, in the same breath, the state that it changed.
    public synchronized Call record(NewCall call, Entry... state) {
        Call recorded = new Call(
                calls.size() + 1L,
                clock.instant(),
                call.world(),
                call.tenant(),
                call.account(),
                call.credential(),
                call.api(),
                call.method(),
                call.target(),
                masked(call.parameters()),
                call.status(),
                List.copyOf(call.effect()));
        List<Entry> entries = new ArrayList<>(Arrays.asList(state));
        entries.add(new Entry(KIND, JSON.valueToTree(recorded)));
        journal.append(entries);
        calls.add(recorded);
        return recorded;
    }

    /// The calls after a sequence number, in order.
    public synchronized List<Call> after(long seq) {
        int from = (int) Math.clamp(seq, 0, calls.size());
        return List.copyOf(calls.subList(from, calls.size()));
    }

    private static Map<String, Object> masked(Map<String, ?> parameters) {
        Map<String, Object> masked = new TreeMap<>();
        parameters.forEach((name, value) -> masked.put(name, maskedValue(name, value)));
        return masked;
    }

    private static Object maskedValue(String name, Object value) {
        if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return "***";
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new TreeMap<>();
            map.forEach((key, part) -> inner.put(String.valueOf(key), maskedValue(String.valueOf(key), part)));
            return inner;
        }
        return value;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public synchronized void recall(Entry entry) {
        calls.add(JSON.treeToValue(entry.data(), Call.class));
    }
}
