package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a gate asks for besides a yes.
///
/// @param type `boolean`, `text` or `choice`
/// @param options of a choice
/// @param byDefault null when somebody has to think
public record OpenDecision(
        String name,
        String question,
        String type,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> options,
        @Nullable String byDefault) {

    /// What somebody says who has no opinion: the default, else the first option, else the careful answer.
    public String unopinionated() {
        if (byDefault != null && !byDefault.isEmpty()) {
            return byDefault;
        }
        if (!options.isEmpty()) {
            return options.getFirst();
        }
        return Written.same(type, "boolean") ? "false" : "none";
    }
}
