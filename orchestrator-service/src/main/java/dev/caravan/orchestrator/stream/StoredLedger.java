package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.ledger.PropertyKey;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.RunPartitions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// The ledger, asked from outside of the topology: from this instance's stores, or not at all.
final class StoredLedger implements LedgerQueries {

    private final StreamsBuilderFactoryBean streams;
    private final Optional<HostInfo> here;

    /// @param here under which address other instances know this one; empty when there is only one
    StoredLedger(StreamsBuilderFactoryBean streams, Optional<HostInfo> here) {
        this.streams = streams;
        this.here = here;
    }

    @Override
    public Answer changes(String runId, Query query) {
        var running = streams.getKafkaStreams();
        if (running == null) {
            return new Answer.Unavailable("this instance is starting");
        }
        try {
            return answer(running, runId, query);
        } catch (InvalidStateStoreException moving) {
            return new Answer.Unavailable(String.valueOf(moving.getMessage()));
        }
    }

    private Answer answer(KafkaStreams running, String runId, Query query) {
        var holder = holder(running, runId);
        if (holder == null || holder.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return new Answer.Unavailable("the runs are being moved between instances");
        }
        var active = holder.activeHost();
        if (here.isPresent() && !here.get().equals(active)) {
            return new Answer.Elsewhere(active.host(), active.port());
        }
        var lines = store(running, StateStores.LEDGER, holder.partition());
        return query.object()
                .<Answer>map(object -> {
                    var index = store(running, StateStores.LEDGER_BY_OBJECT, holder.partition());
                    return byObject(lines, index, runId, object, query);
                })
                .orElseGet(() -> byStep(lines, runId, query));
    }

    private static Answer byStep(ReadOnlyKeyValueStore<Bytes, byte[]> lines, String runId, Query query) {
        var parts =
                query.step().<Object[]>map(step -> new Object[] {runId, step}).orElse(new Object[] {runId});
        var page = new Pages(query);
        try (var entries = lines.range(
                page.from(StoreKey.firstUnder(parts)), StoreKey.lastUnder(parts).bytes())) {
            while (entries.hasNext() && !page.isFull()) {
                var entry = entries.next();
                page.add(entry.key, LedgerBook.line(entry.key, entry.value));
            }
            return page.done(entries.hasNext());
        }
    }

    private static Answer byObject(
            ReadOnlyKeyValueStore<Bytes, byte[]> lines,
            ReadOnlyKeyValueStore<Bytes, byte[]> index,
            String runId,
            String object,
            Query query) {
        var page = new Pages(query);
        var from = page.from(StoreKey.firstUnder(runId, object));
        try (var entries = index.range(from, StoreKey.lastUnder(runId, object).bytes())) {
            while (entries.hasNext() && !page.isFull()) {
                var key = entries.next().key;
                var parts = StoreKey.parts(key);
                var step = StepId.parse(parts.get(4));
                if (query.step().filter(wanted -> !wanted.equals(step)).isEmpty()) {
                    var property = new PropertyKey(parts.get(2), parts.get(1), parts.get(3));
                    var lineKey = LedgerBook.lineKey(runId, step, property).bytes();
                    var value = lines.get(lineKey);
                    if (value != null) {
                        page.add(key, LedgerBook.line(lineKey, value));
                    }
                }
            }
            return page.done(entries.hasNext());
        }
    }

    private static @Nullable KeyQueryMetadata holder(KafkaStreams running, String runId) {
        return running.queryMetadataForKey(
                StateStores.LEDGER,
                runId,
                (_, _, _, partitions) -> Optional.of(Set.of(RunPartitions.of(runId, partitions))));
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> store(KafkaStreams running, String name, int partition) {
        return running.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
    }

    /// Fills one page, and names the place where the next one begins.
    private static final class Pages {
        private final Query query;
        private final List<LedgerLine> lines = new ArrayList<>();
        private Optional<Bytes> last = Optional.empty();

        Pages(Query query) {
            this.query = query;
        }

        Bytes from(StoreKey first) {
            return query.after()
                    .map(after -> new StoreKey(Bytes.wrap(Base64.getUrlDecoder().decode(after)))
                            .next()
                            .bytes())
                    .filter(after -> after.compareTo(first.bytes()) >= 0)
                    .orElse(first.bytes());
        }

        boolean isFull() {
            return lines.size() == query.limit();
        }

        void add(Bytes key, LedgerLine line) {
            lines.add(line);
            last = Optional.of(key);
        }

        Answer done(boolean hasMore) {
            var next = last.filter(_ -> hasMore)
                    .map(key -> Base64.getUrlEncoder().withoutPadding().encodeToString(key.get()));
            return new Answer.Page(lines, next);
        }
    }
}
