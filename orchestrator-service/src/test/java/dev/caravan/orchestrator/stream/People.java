package dev.caravan.orchestrator.stream;

import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.common.CommandFailed;
import dev.caravan.schemas.common.Conflict;
import dev.caravan.schemas.common.EventContext;
import dev.caravan.schemas.dns.RecordReversionPlanned;
import dev.caravan.schemas.dns.RecordsReverted;
import dev.caravan.schemas.dns.TtlLowered;
import dev.caravan.schemas.dns.TtlLoweringPlanned;
import dev.caravan.schemas.dns.ZoneCaptured;
import dev.caravan.schemas.inputs.AnswerTask;
import dev.caravan.schemas.inputs.ApproveGate;
import dev.caravan.schemas.inputs.BackOutRun;
import dev.caravan.schemas.inputs.ConnectionRole;
import dev.caravan.schemas.inputs.CreateRun;
import dev.caravan.schemas.inputs.InputContext;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What people and workers say in these tests.
final class People {

    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    static final Instant T0 = Instant.parse("2026-12-04T19:00:00Z");

    private static final AtomicInteger INPUTS = new AtomicInteger();

    private People() {}

    static CreateRun create(String runId, String runbook, String... domains) {
        return new CreateRun(
                input(runId, "Requester"),
                "Fabrikam to Contoso",
                "customer-1",
                "test",
                runbook,
                List.of(new ConnectionRole("dns", "fabrikam-dns", "dns:fabrikam")),
                List.of(domains),
                "Europe/Berlin",
                T0,
                List.of());
    }

    static InputContext input(String runId, String person) {
        return new InputContext("input-" + INPUTS.incrementAndGet(), runId, person, START);
    }

    static ApproveGate approve(String runId, String person, String step, String planHash) {
        return new ApproveGate(input(runId, person), step, planHash, List.of());
    }

    static AnswerTask answer(String runId, String step, Change... changes) {
        return new AnswerTask(input(runId, "Dana"), step, "done", "seen", List.of(changes));
    }

    static BackOutRun backOut(String runId) {
        return new BackOutRun(input(runId, "Requester"), "the customer says stop");
    }

    static EventContext about(CommandContext command) {
        return new EventContext(
                "event-" + command.getCommandId(),
                command.getCommandId(),
                command.getRunId(),
                command.getStepId(),
                command.getChunk(),
                command.getAttempt(),
                command.getCustomerId(),
                START,
                command.getDryRun());
    }

    static ZoneCaptured captured(CommandContext command) {
        return new ZoneCaptured(about(command), List.of(), 10, "digest", 3600);
    }

    static TtlLoweringPlanned planned(CommandContext command, Change... changes) {
        return new TtlLoweringPlanned(about(command), List.of(changes));
    }

    static TtlLowered lowered(CommandContext command) {
        return new TtlLowered(about(command), 1, 0, 3600);
    }

    static RecordReversionPlanned revertPlanned(CommandContext command, Change... changes) {
        return new RecordReversionPlanned(about(command), List.of(changes), List.of());
    }

    static RecordsReverted reverted(CommandContext command, Conflict... conflicts) {
        return new RecordsReverted(about(command), 1, 0, List.of(conflicts));
    }

    static CommandFailed failed(CommandContext command, boolean isTransient) {
        return new CommandFailed(about(command), isTransient, "remote", "no answer", List.of(), null);
    }

    static Change ttl(String name, int before, int after) {
        return new Change(
                "rrset",
                name + " MX",
                "ttl",
                List.of(Integer.toString(before)),
                List.of(Integer.toString(after)),
                "TTL of " + name + " MX from " + before + " to " + after);
    }
}
