package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.schemas.run.TaskAct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something exact that a task asks for, so that a person can copy it and a program can do it.
///
/// @param act attest (say in one's own name that it is so), readZone, lookUp, publish, replace or remove
/// @param kind of the object: rrset or zone; empty for attest
/// @param id as in the ledger: `_dmarc.fabrikam.example. TXT`
/// @param oldValues values that go; what else is there stays
/// @param newValues values that come, for lookUp have to be there; for attest what is stated
/// @param ttlSeconds of a record set that is new; one that is there keeps its own
/// @param sentence what a person reads
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActDocument(
        String act,
        String kind,
        String id,
        List<String> oldValues,
        List<String> newValues,
        @Nullable Long ttlSeconds,
        String sentence) {

    static ActDocument of(TaskAct act) {
        return new ActDocument(
                act.getAct(),
                act.getKind(),
                act.getId(),
                act.getOldValues(),
                act.getNewValues(),
                act.getTtlSeconds(),
                act.getSentence());
    }

    static List<ActDocument> of(List<TaskAct> acts) {
        return acts.stream().map(ActDocument::of).toList();
    }
}
