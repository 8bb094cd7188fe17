package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something exact that a task asks for.
///
/// @param act `attest`, `readZone`, `lookUp`, `publish`, `replace` or `remove`
/// @param id of the zone, or `<name> <type>` of the record set
/// @param oldValues values that go; what else is there stays
/// @param newValues values that come, or have to be there; what is attested
/// @param ttlSeconds of a record set that is new
/// @param sentence what a person reads
public record TaskAct(
        String act,
        String kind,
        String id,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> oldValues,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> newValues,
        @Nullable Long ttlSeconds,
        String sentence) {}
