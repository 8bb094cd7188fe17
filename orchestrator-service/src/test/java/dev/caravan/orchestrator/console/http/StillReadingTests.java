package dev.caravan.orchestrator.console.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;

class StillReadingTests {

    private final AtomicBoolean isAtEnd = new AtomicBoolean();
    private final StillReading reading = new StillReading(isAtEnd::get);

    @Test
    void a_run_is_not_said_to_be_missing_before_all_runs_are_read() {
        // When
        var before = catchThrowableOfType(ErrorResponseException.class, this::asked);
        isAtEnd.set(true);
        var after = asked();

        // Then
        assertThat(before.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(after).isTrue();
    }

    private boolean asked() {
        return reading.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), this);
    }
}
