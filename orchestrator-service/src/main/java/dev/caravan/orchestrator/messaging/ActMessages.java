package dev.caravan.orchestrator.messaging;

import dev.caravan.orchestrator.runbook.Act;
import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.schemas.run.TaskAct;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What tasks ask for exactly, as views carry it.
final class ActMessages {

    private static final String RECORD_SET = "rrset";

    private ActMessages() {}

    static List<TaskAct> written(Acts acts) {
        return acts.all().stream().map(ActMessages::written).toList();
    }

    private static TaskAct written(Act act) {
        return switch (act) {
            case Act.Attest(var statement) -> written(act, "", "", List.of(), List.of(statement), Optional.empty());
            case Act.ReadZone(var zone) -> written(act, "zone", zone, List.of(), List.of(), Optional.empty());
            case Act.LookUp(var record, var values) ->
                written(act, RECORD_SET, record, List.of(), values, Optional.empty());
            case Act.ChangeRecord(var record, var old, var wanted, var ttl) ->
                written(act, RECORD_SET, record, old, wanted, ttl);
        };
    }

    private static TaskAct written(
            Act act, String kind, String id, List<String> old, List<String> wanted, Optional<Duration> ttl) {
        return new TaskAct(
                act.word(), kind, id, old, wanted, ttl.map(Duration::toSeconds).orElse(null), act.sentence());
    }
}
