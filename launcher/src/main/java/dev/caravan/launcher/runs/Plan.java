package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What steps are going to change, as a gate shows it; or a page of it.
///
/// @param total changes of the whole plan
/// @param next where the next page begins after; null on the last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
        String hash,
        int total,
        List<Change> changes,
        @Nullable Integer next) {

    public static final Plan NONE = new Plan("", 0, List.of(), null);
}
