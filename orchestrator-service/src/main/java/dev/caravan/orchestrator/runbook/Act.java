package dev.caravan.orchestrator.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something exact that a task asks for, so that a person can copy it and a program can do it. Its texts may hold
/// placeholders; `${domain}` makes it one act for each moving domain.
public sealed interface Act {

    /// The role of the connection whose account acts on DNS belong to, whether or not we may act there ourselves.
    RoleName DNS = RoleName.parse("dns");

    /// Says in one's own name that something is so: where no program can look, a person's word is the evidence.
    record Attest(String statement) implements Act {}

    /// Looks at all records of a zone where its host shows them.
    record ReadZone(String zone) implements Act {}

    /// Asks every name server of its zone for a record set.
    ///
    /// @param record name and type, as in `_dmarc.${domain} TXT`
    /// @param values what each of them must show; empty: whatever they show is noted
    record LookUp(String record, List<String> values) implements Act {
        public LookUp {
            values = List.copyOf(values);
        }
    }

    /// Takes values out of a record set and puts others in. What else is in it stays.
    ///
    /// @param record name and type, as in `_dmarc.${domain} TXT`
    /// @param old values that go, as a master file writes them
    /// @param wanted values that come
    /// @param ttl of a record set that is new; one that is there keeps its own
    record ChangeRecord(String record, List<String> old, List<String> wanted, Optional<Duration> ttl) implements Act {
        public ChangeRecord {
            old = List.copyOf(old);
            wanted = List.copyOf(wanted);
        }
    }

    /// The word that a runbook uses for it.
    default String word() {
        return switch (this) {
            case Attest _ -> "attest";
            case ReadZone _ -> "readZone";
            case LookUp _ -> "lookUp";
            case ChangeRecord change when change.old().isEmpty() -> "publish";
            case ChangeRecord change when change.wanted().isEmpty() -> "remove";
            case ChangeRecord _ -> "replace";
        };
    }

    /// All of it that may hold placeholders.
    default List<String> texts() {
        return switch (this) {
            case Attest(var statement) -> List.of(statement);
            case ReadZone(var zone) -> List.of(zone);
            case LookUp(var record, var values) ->
                Stream.concat(Stream.of(record), values.stream()).toList();
            case ChangeRecord(var record, var old, var wanted, var _) ->
                Stream.of(List.of(record), old, wanted).flatMap(List::stream).toList();
        };
    }

    /// The same act with each text filled in; names of records are then written as ids of objects are.
    default Act filled(UnaryOperator<String> filling) {
        return switch (this) {
            case Attest(var statement) -> new Attest(filling.apply(statement));
            case ReadZone(var zone) -> new ReadZone(filling.apply(zone).toLowerCase(Locale.ROOT));
            case LookUp(var record, var values) ->
                new LookUp(
                        RecordName.written(filling.apply(record)),
                        values.stream().map(filling).toList());
            case ChangeRecord(var record, var old, var wanted, var ttl) ->
                new ChangeRecord(
                        RecordName.written(filling.apply(record)),
                        old.stream().map(filling).toList(),
                        wanted.stream().map(filling).toList(),
                        ttl);
        };
    }

    /// What a person reads, with exact old and new values between back-quotes.
    default String sentence() {
        return switch (this) {
            case Attest(var statement) -> "State in your own name: " + statement;
            case ReadZone(var zone) ->
                "Look at all records of the zone %s in the portal of its DNS host, and note its serial and how many %s"
                        .formatted(quoted(zone), "record sets there are.");
            case LookUp(var record, var values) ->
                "Ask every name server of its zone for %s%s"
                        .formatted(
                                quoted(record),
                                values.isEmpty() ? ", and note the answers." : "; each must show " + all(values) + ".");
            case ChangeRecord(var record, var old, var wanted, var ttl)
            when old.isEmpty() ->
                "Publish %s with the value %s%s. Other values of it stay."
                        .formatted(quoted(record), all(wanted), ttlIfNew(ttl));
            case ChangeRecord(var record, var old, var wanted, var _)
            when wanted.isEmpty() ->
                "Remove from %s the value %s. Other values of it stay.".formatted(quoted(record), all(old));
            case ChangeRecord(var record, var old, var wanted, var ttl) ->
                "Replace in %s the value %s by %s%s. Other values of it stay."
                        .formatted(quoted(record), all(old), all(wanted), ttlIfNew(ttl));
        };
    }

    private static String all(List<String> values) {
        return values.stream().map(Act::quoted).collect(Collectors.joining(" and "));
    }

    private static String quoted(String exact) {
        return "`" + exact + "`";
    }

    private static String ttlIfNew(Optional<Duration> ttl) {
        return ttl.map(time -> " (TTL %d s if there is no such record yet)".formatted(time.toSeconds()))
                .orElse("");
    }
}
