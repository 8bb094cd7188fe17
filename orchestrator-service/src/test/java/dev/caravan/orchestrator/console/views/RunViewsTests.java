package dev.caravan.orchestrator.console.views;

import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static dev.caravan.orchestrator.console.testing.Told.aStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.LocalSchemaIds;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.run.StepView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class RunViewsTests {

    private final AvroRecords records = new AvroRecords(new LocalSchemaIds());
    private final Map<String, byte[]> topic = new HashMap<>();
    private final List<String> readAgain = new ArrayList<>();
    private long offset;

    @Test
    void steps_of_runs_that_nobody_touches_are_read_again_when_asked_for() {
        // Given
        var views = new RunViews(records, this::past, 2_000);
        for (var run = 0; run < 50; run++) {
            tell(views, "r" + run, aRun("r" + run).build());
            tell(
                    views,
                    "r" + run + "/step/a",
                    aStep("r" + run, "a", "command", "working").build());
        }

        // When
        var steps = views.steps("r0");

        // Then
        assertThat(steps).extracting(StepView::getStepId).containsExactly("a");
        assertThat(readAgain).containsExactly("r0");
        assertThat(views.steps("r0")).hasSize(1);
        assertThat(views.steps("r49")).hasSize(1);
        assertThat(readAgain.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void what_happens_while_the_past_is_read_is_newer_than_the_past() {
        // Given
        var views = new RunViews[1];
        views[0] = new RunViews(
                records,
                (runId, partition) -> {
                    var past = past(runId, partition);
                    tell(
                            views[0],
                            "r0/step/a",
                            aStep("r0", "a", "command", "succeeded").build());
                    delete(views[0], "r0/step/b");
                    return past;
                },
                1_000);
        tell(views[0], "r0/step/a", aStep("r0", "a", "command", "working").build());
        tell(views[0], "r0/step/b", aStep("r0", "b", "command", "working").build());
        tell(views[0], "r1/step/a", aStep("r1", "a", "command", "working").build());
        tell(views[0], "r2/step/a", aStep("r2", "a", "command", "working").build());

        // When
        var steps = views[0].steps("r0");

        // Then
        assertThat(steps)
                .singleElement()
                .satisfies(step -> assertThat(step.getState()).isEqualTo("succeeded"));
    }

    @Test
    void a_deleted_run_is_gone_with_all_that_belongs_to_it() {
        // Given
        var views = RunViews.held(records);
        tell(views, "r", aRun("r").build());
        tell(views, "r/step/ask", aStep("r", "ask", "gate", "gate-open").build());

        // When
        delete(views, "r");

        // Then
        assertThat(views.run("r")).isEmpty();
        assertThat(views.steps("r")).isEmpty();
        assertThat(views.runsWithOpen()).isEmpty();
        assertThat(views.count()).isZero();
    }

    @Test
    void what_is_no_view_is_unreadable() {
        // Given
        var views = RunViews.held(records);
        var step = records.encode(
                TopicCatalogue.RUN_VIEWS, aStep("r", "a", "command", "working").build());

        // Then
        assertThatThrownBy(() -> views.accept(0, 0, "r", step)).isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> views.accept(0, 0, "r/what/ever", step)).isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> views.accept(0, 0, "r/plan/gate/x", step)).isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> views.accept(0, 0, "r/step/a", new byte[] {1, 2}))
                .isInstanceOf(UnreadableRecord.class);
        assertThat(views.count()).isZero();
    }

    private void tell(RunViews views, String key, SpecificRecord record) {
        var value = records.encode(TopicCatalogue.RUN_VIEWS, record);
        topic.put(key, value);
        views.accept(0, offset++, key, value);
    }

    private void delete(RunViews views, String key) {
        topic.remove(key);
        views.accept(0, offset++, key, null);
    }

    private Map<ViewKey, Line> past(String runId, int partition) {
        assertThat(partition).isZero();
        readAgain.add(runId);
        var past = new HashMap<ViewKey, Line>();
        topic.forEach((key, value) -> ViewKey.parse(key)
                .filter(parsed -> parsed.runId().equals(runId) && !(parsed instanceof ViewKey.OfRun))
                .ifPresent(parsed -> past.put(parsed, new Line(value, 0))));
        return past;
    }
}
