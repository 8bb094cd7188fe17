package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.messaging.CommandMessages;
import dev.caravan.orchestrator.messaging.StoryMessages;
import dev.caravan.orchestrator.messaging.ViewMessages;
import dev.caravan.orchestrator.run.Cause;
import dev.caravan.orchestrator.run.Errand;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.RunEffect;
import dev.caravan.orchestrator.run.RunEvent;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/// The records that answer one input: commands, the story, lines of the ledger, and the views that changed. Stages what
/// they say about people and lines along the way.
final class Answering {

    private final State state;
    private final Script script;
    private final Run before;
    private final Run after;
    private final Cause cause;
    private final Origin origin;
    private final Envelope envelope;
    private final List<Outgoing> records = new ArrayList<>();

    Answering(State state, AvroRecords avro, Script script, Folding.Folded folded, Cause cause, Origin origin) {
        this.state = state;
        this.script = script;
        this.before = folded.before();
        this.after = folded.after();
        this.cause = cause;
        this.origin = origin;
        this.envelope = new Envelope(avro, after.id(), cause, origin);
    }

    List<Outgoing> records() {
        return records;
    }

    Answering issue(List<RunEffect.IssueCommand> commands) {
        for (var command : commands) {
            var written = CommandMessages.written(
                    command,
                    after.charter(),
                    cause.at(),
                    script.runbook().isMailAtRisk(command.id().errand().step()),
                    state.chunks.load(after, command));
            records.add(envelope.record(
                    written.topic(), written.account(), command.id().toString(), written.command()));
        }
        return this;
    }

    Answering tell(List<RunEffect.Tell> told) {
        for (var each : told) {
            state.statements.note(after.id(), each.event());
            var id = after.id() + "/event/" + each.sequence();
            var context = StoryMessages.context(id, each.sequence(), after.charter(), cause);
            add(TopicCatalogue.RUN_EVENTS, id, StoryMessages.written(inFull(each.event()), context));
        }
        return this;
    }

    /// The core knows nothing of the ledger, so it cannot say what exactly a person has to take back.
    private RunEvent inFull(RunEvent event) {
        return event instanceof RunEvent.TaskOpened opened
                ? state.tasks
                        .of(script, after, opened.step())
                        .<RunEvent>map(task ->
                                new RunEvent.TaskOpened(opened.step(), task.assignee(), task.text(), task.evidence()))
                        .orElse(opened)
                : event;
    }

    /// @param sequence of the line told last, before these
    Answering tellLines(List<LedgerLine> lines, long sequence) {
        var next = sequence;
        for (var line : lines) {
            next++;
            var id = after.id() + "/change/" + next;
            var context = StoryMessages.context(id, next, after.charter(), cause);
            add(TopicCatalogue.RUN_CHANGES, id, StoryMessages.written(line, account(line.step()), context));
        }
        return this;
    }

    Answering show(Errand.Preview errand, PreviewBook.Pages pages) {
        pages.written().forEach((number, change) -> {
            var key = ViewMessages.key(after.id(), errand.gate(), number);
            view(key, ViewMessages.plan(after.id(), errand.gate(), errand.step(), number, change));
        });
        pages.removed()
                .forEach(number -> records.add(envelope.tombstone(
                        TopicCatalogue.RUN_VIEWS, ViewMessages.key(after.id(), errand.gate(), number))));
        return this;
    }

    Answering showChanges() {
        var changes = new ViewChanges(script, state.statements, state.tasks, before, after);
        changes.steps().forEach(step -> view(step.key(), step.view()));
        changes.run().ifPresent(run -> view(ViewMessages.key(after.id()), run));
        return this;
    }

    private String account(StepId step) {
        return script.process()
                .connection(after, step)
                .map(connection -> connection.account().text())
                .orElse("");
    }

    private void add(String topic, String id, SpecificRecord record) {
        records.add(envelope.record(topic, after.id().text(), id, record));
    }

    private void view(String key, SpecificRecord view) {
        records.add(envelope.record(TopicCatalogue.RUN_VIEWS, key, key + "@" + origin.id(), view));
    }
}
