package dev.caravan.orchestrator.console.testing;

import dev.caravan.orchestrator.console.writes.WriteLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/// A log that keeps what it is given, and lets a test answer as a run would.
public final class RememberedWrites implements WriteLog {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private volatile Consumer<Entry> whenWritten = _ -> {};

    @Override
    public void append(Entry entry) {
        entries.add(entry);
        whenWritten.accept(entry);
    }

    public void whenWritten(Consumer<Entry> then) {
        whenWritten = then;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public <T extends SpecificRecord> T last(Class<T> type) {
        return type.cast(entries.getLast().value());
    }

    public void clear() {
        entries.clear();
        whenWritten = _ -> {};
    }
}
