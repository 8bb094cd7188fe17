package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.schemas.run.PlanView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a gate shows to those who approve it.
///
/// @param hash what an approval must name
/// @param total changes of the whole plan
/// @param next pass as `after` to read on; absent at the end
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanDocument(
        String hash,
        int total,
        List<Line> changes,
        @Nullable Integer next) {

    /// One change of one property of one object, with the sentence that says so.
    ///
    /// @param stepId the step that is going to make it
    /// @param number its place in the plan
    /// @param before values before; empty: absent
    public record Line(
            String stepId,
            int number,
            String kind,
            String id,
            String property,
            List<String> before,
            List<String> after,
            String sentence) {

        public static Line of(PlanView view) {
            var change = view.getChange();
            return new Line(
                    view.getStepId(),
                    view.getNumber(),
                    change.getKind(),
                    change.getId(),
                    change.getProperty(),
                    change.getBefore(),
                    change.getAfter(),
                    change.getSentence());
        }
    }
}
