package dev.caravan.launcher.report;

import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.runs.Loss;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.StepView;
import dev.caravan.launcher.standin.Given;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The outcome of a demo.
///
/// @param exit the status that the launcher ends with
/// @param problems every reason why that is not 0, in words
/// @param answers everything that the stand-in said or asked
/// @param declaredLosses what a back-out cannot take back, said so beforehand, or found changed by others and kept
/// @param calls number of calls to the simulated products by API
/// @param throttled answers that asked a caller to slow down
/// @param messages sent, delivered, deferred, bounced
public record Report(
        int exit,
        List<String> problems,
        List<Run> runs,
        List<Given> answers,
        List<DeclaredLoss> declaredLosses,
        Map<String, Long> calls,
        long throttled,
        Map<String, Long> messages,
        Times times,
        Machine machine) {

    /// A run as it ended.
    ///
    /// @param wanted the state that was asked for
    public record Run(
            String runId,
            String world,
            String runbook,
            String state,
            String wanted,
            Instant t0,
            Instant start,
            @Nullable Instant end,
            int objectsDone,
            List<Step> steps) {

        public static Run of(RunView view, String wanted) {
            return new Run(
                    view.runId(),
                    view.title(),
                    view.runbook(),
                    view.state(),
                    wanted,
                    view.t0(),
                    view.createdAt(),
                    view.endedAt(),
                    view.objectsDone(),
                    view.steps().stream().map(Step::of).toList());
        }
    }

    /// A step as it ended.
    ///
    /// @param guide the numbers of the guide's steps that it covers; texts where a guide does not count
    /// @param objects how many it dealt with
    public record Step(
            String id,
            String phase,
            String title,
            String kind,
            List<Object> guide,
            String state,
            @Nullable Instant start,
            @Nullable Instant end,
            int attempts,
            int objects,
            int objectsFailed,
            int changes,
            String reason) {

        static Step of(StepView view) {
            return new Step(
                    view.stepId(),
                    view.phase(),
                    view.title(),
                    view.kind(),
                    view.guide().stream().map(Step::number).toList(),
                    view.state(),
                    view.startedAt(),
                    view.endedAt(),
                    view.attempts(),
                    view.objectsDone(),
                    view.objectsFailed(),
                    view.changes(),
                    view.reason());
        }

        private static Object number(String written) {
            return written.matches("\\d{1,6}") ? Integer.valueOf(written) : written;
        }
    }

    /// Something that stays changed whatever is undone.
    ///
    /// @param tenant or whatever account it is in
    /// @param kind, id of the object; of the step where nothing is recorded of objects, and then without a property
    public record DeclaredLoss(String tenant, String kind, String id, String property, String reason, String step) {

        /// Those that have come true: what was only threatened is none.
        public static List<DeclaredLoss> of(List<Loss> losses) {
            return losses.stream()
                    .filter(Loss::certain)
                    .map(loss -> new DeclaredLoss(
                            loss.tenant(), loss.kind(), loss.id(), loss.property(), loss.reason(), loss.stepId()))
                    .toList();
        }
    }

    /// @param simulatedSeconds between the start of the clock and the end
    /// @param wallSeconds between the start of the launcher and the end
    /// @param readySeconds until every process was ready
    public record Times(
            Instant simulatedStart,
            Instant simulatedEnd,
            double simulatedSeconds,
            double wallSeconds,
            double readySeconds) {

        public static Times of(Instant start, Instant end, Duration wall, Duration ready) {
            return new Times(start, end, seconds(Duration.between(start, end)), seconds(wall), seconds(ready));
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }
    }

    /// @param startupCaches every process started with one
    /// @param memoryReadyMiB resident memory of all processes, the launcher among them, when all were ready
    /// @param memoryMostMiB the most seen
    /// @param deaths processes that ended although nobody stopped them
    public record Machine(boolean startupCaches, long memoryReadyMiB, long memoryMostMiB, List<Fleet.Death> deaths) {}

    /// Writes it to a file, whose folder is made if need be.
    public void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, Web.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }
}
