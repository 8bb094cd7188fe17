package dev.caravan.orchestrator.stream;

import dev.caravan.kit.plan.Change;
import dev.caravan.orchestrator.ledger.LedgerCut;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.messaging.CommandMessages;
import dev.caravan.orchestrator.run.Cause;
import dev.caravan.orchestrator.run.ChunkRange;
import dev.caravan.orchestrator.run.DomainName;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.RunEffect;
import dev.caravan.orchestrator.run.RunInput;
import dev.caravan.orchestrator.runbook.ObjectKind;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.TopicCatalogue;
import java.util.List;
import java.util.Optional;

/// Cuts what a step goes over into chunks, and loads a chunk's command with what its range holds: domains from the run
/// itself, other objects from a snapshot, changes from the ledger.
final class Chunks {

    private static final ObjectKind DOMAINS = ObjectKind.parse("domains");
    /// Room in a command for everything but its objects and changes.
    private static final int RESERVED_BYTES = 32 * 1024;

    private static final int LOAD_BYTES_MAX = TopicCatalogue.COMMAND_BYTES_MAX - RESERVED_BYTES;

    private final LedgerBook ledger;
    private final ObjectShelf objects;
    private final PreviewBook previews;

    Chunks(LedgerBook ledger, ObjectShelf objects, PreviewBook previews) {
        this.ledger = ledger;
        this.objects = objects;
        this.previews = previews;
    }

    /// The answer to a request for the next chunk. Objects of a kind are those of the account that
    /// the step acts on, if it does not say whose.
    RunInput.ChunkCut cut(Script script, Run run, RunEffect.CutChunk wanted, Cause cause) {
        var cut = switch (wanted.over()) {
            case Over.Objects(var kind) when kind.equals(DOMAINS) -> cutDomains(run, wanted);
            case Over.Objects(var kind) ->
                script.process().role(wanted.errand().step()).flatMap(role -> cutObjects(run, role, kind, wanted));
            case Over.ObjectsOf(var kind, var role) -> cutObjects(run, role, kind, wanted);
            case Over.ChangesOf(var step) -> cutLedger(run, step, wanted);
        };
        var range = cut.map(ObjectShelf.Cut::range).orElse(ChunkRange.NONE);
        var last = cut.map(ObjectShelf.Cut::last).orElse(true);
        return new RunInput.ChunkCut(cause, wanted.errand(), wanted.chunk(), range, last);
    }

    /// What a command carries: its objects or changes, and what people approved of it.
    CommandMessages.Load load(Run run, RunEffect.IssueCommand command) {
        var approved = command.approvedBy()
                .map(gate -> previews.approved(run.id(), command.id().errand().step(), gate, command.objects()));
        return command.over()
                .map(over -> load(run, command, over, approved))
                .orElseGet(() -> new CommandMessages.Load(List.of(), List.of(), approved));
    }

    private CommandMessages.Load load(
            Run run, RunEffect.IssueCommand command, Over over, Optional<List<String>> approved) {
        return switch (over) {
            case Over.Objects(var kind)
            when kind.equals(DOMAINS) -> new CommandMessages.Load(domains(run, command.objects()), List.of(), approved);
            case Over.Objects(var kind) -> captured(run, kind, command, approved);
            case Over.ObjectsOf owned -> captured(run, owned.kind(), command, approved);
            case Over.ChangesOf(var step) -> new CommandMessages.Load(List.of(), changes(run, step, command), approved);
        };
    }

    private CommandMessages.Load captured(
            Run run, ObjectKind kind, RunEffect.IssueCommand command, Optional<List<String>> approved) {
        return new CommandMessages.Load(objects.ids(run.id(), kind, command.objects()), List.of(), approved);
    }

    /// The lines of an undo stay open until its outcome says what has become of them.
    private List<Change> changes(Run run, StepId step, RunEffect.IssueCommand command) {
        var lines = ledger.lines(
                run.id(), step, command.objects().fromKey(), command.objects().toKey());
        if (command.isUndo()) {
            ledger.undoIssued(command.id(), lines);
        }
        return lines.stream().map(LedgerLine::change).toList();
    }

    private Optional<ObjectShelf.Cut> cutObjects(Run run, RoleName role, ObjectKind kind, RunEffect.CutChunk wanted) {
        return objects.cut(run.id(), role, kind, wanted.afterKey(), wanted.objectsMax(), LOAD_BYTES_MAX);
    }

    private Optional<ObjectShelf.Cut> cutLedger(Run run, StepId step, RunEffect.CutChunk wanted) {
        return ledger.cut(run.id(), step, wanted.afterKey(), wanted.objectsMax(), LOAD_BYTES_MAX)
                .map(Chunks::asCut);
    }

    private static ObjectShelf.Cut asCut(LedgerCut cut) {
        var range = new ChunkRange(cut.from().toString(), cut.to().toString(), cut.objects());
        return new ObjectShelf.Cut(range, cut.last());
    }

    private static Optional<ObjectShelf.Cut> cutDomains(Run run, RunEffect.CutChunk wanted) {
        var all = names(run);
        var from = wanted.afterKey().map(key -> all.indexOf(key) + 1).orElse(0);
        var to = Math.min(all.size(), from + wanted.objectsMax());
        return from >= to
                ? Optional.empty()
                : Optional.of(new ObjectShelf.Cut(
                        new ChunkRange(all.get(from), all.get(to - 1), to - from), to == all.size()));
    }

    private static List<String> domains(Run run, ChunkRange range) {
        var all = names(run);
        return all.subList(all.indexOf(range.fromKey()), all.indexOf(range.toKey()) + 1);
    }

    private static List<String> names(Run run) {
        return run.charter().domains().stream().map(DomainName::text).toList();
    }
}
