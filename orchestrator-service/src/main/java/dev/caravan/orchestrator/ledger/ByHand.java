package dev.caravan.orchestrator.ledger;

import dev.caravan.kit.plan.Change;
import dev.caravan.orchestrator.runbook.Act;
import dev.caravan.orchestrator.runbook.Acts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What people change by hand, between the acts of tasks and the lines of the ledger.
public final class ByHand {

    private static final String RECORD_SET = "rrset";
    private static final String VALUES = "values";
    private static final String TTL = "ttl";

    private ByHand() {}

    /// The changes that a person has made who did what the acts say, and says no more about it. How long a record set
    /// that was there before is kept by caches, such a person has not told.
    public static List<Change> changes(Acts acts) {
        return acts.changes()
                .map(change -> new Change(
                        RECORD_SET, change.record(), VALUES, change.old(), change.wanted(), change.sentence()))
                .toList();
    }

    /// The acts that take back what lines of record sets say: what was added goes, what was removed returns, with the
    /// TTL that it had.
    public static Acts takingBack(List<LedgerLine> lines) {
        var byRecord = new LinkedHashMap<String, List<LedgerLine>>();
        lines.stream()
                .filter(line -> line.key().kind().equals(RECORD_SET))
                .forEach(line -> byRecord.computeIfAbsent(line.key().id(), _ -> new ArrayList<>())
                        .add(line));
        return new Acts(byRecord.entrySet().stream()
                .flatMap(record -> takingBack(record.getKey(), record.getValue()).stream())
                .toList());
    }

    private static Optional<Act> takingBack(String record, List<LedgerLine> lines) {
        var ttl = property(lines, TTL)
                .flatMap(line -> line.before().stream().findFirst())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return property(lines, VALUES)
                .map(line -> new Act.ChangeRecord(
                        record, without(line.after(), line.before()), without(line.before(), line.after()), ttl));
    }

    private static Optional<LedgerLine> property(List<LedgerLine> lines, String property) {
        return lines.stream()
                .filter(line -> line.key().property().equals(property))
                .findFirst();
    }

    private static List<String> without(List<String> values, List<String> taken) {
        return values.stream().filter(value -> !taken.contains(value)).toList();
    }
}
