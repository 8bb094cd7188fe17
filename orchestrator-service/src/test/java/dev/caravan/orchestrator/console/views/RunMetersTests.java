package dev.caravan.orchestrator.console.views;

import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.LocalSchemaIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunMetersTests {

    private final AvroRecords records = new AvroRecords(new LocalSchemaIds());
    private final RunViews views = RunViews.held(records);
    private final Told told = new Told(records, views, new Connections(records));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        new RunMeters(views).bindTo(meters);
    }

    @Test
    void runs_are_counted_by_the_state_that_they_are_in_now() {
        // Given
        told.run(aRun("one").build()).run(aRun("two").build()).run(aRun("three").build());

        // When
        told.run(aRun("two").setState("parked").build());

        // Then
        assertThat(counted("running")).isEqualTo(2);
        assertThat(counted("parked")).isEqualTo(1);
    }

    @Test
    void a_state_that_no_run_is_in_is_told_as_none() {
        assertThat(counted("parked")).isZero();
        assertThat(counted("back-out-failed")).isZero();
    }

    private double counted(String state) {
        return meters.get("caravan.runs").tag("state", state).gauge().value();
    }
}
