package dev.caravan.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoCommandTests {

    @Test
    void without_options_everything_has_its_default() {
        // Given
        var line = new String[0];

        // When
        var options = parsed(line);

        // Then
        assertThat(options.worlds()).isEmpty();
        assertThat(options.runbook()).isEqualTo("tenant-to-tenant");
        assertThat(options.start()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(options.speed()).isEqualTo(60);
        assertThat(options.exit()).isFalse();
        assertThat(options.ports()).isEqualTo(29000);
        assertThat(options.restart()).isTrue();
        assertThat(options.keep()).isFalse();
        assertThat(options.dump()).isEmpty();
        assertThat(options.report()).isEmpty();
        assertThat(options.backOutAt()).isEmpty();
        assertThat(options.data()).isEmpty();
        assertThat(options.faults()).isEmpty();
        assertThat(options.decisions()).isEmpty();
    }

    @Test
    void every_option_is_heard() {
        // Given
        var line =
                ("--world a --world b/c --runbook my.yaml --start 2027-01-02T03:04:05Z --speed 120 --exit --dump out "
                                + "--report r.json --back-out-at 61 --ports 31000 --data d --keep --no-restart "
                                + "--fault a:dns-refuse:count=3 --fault c:secondary-lag:lagSeconds=7200 "
                                + "--decide removeCreated=false --decide holdHost=mx.keeper.example")
                        .split(" ");

        // When
        var options = parsed(line);

        // Then
        assertThat(options.worlds()).containsExactly(Path.of("a"), Path.of("b/c"));
        assertThat(options.runbook()).isEqualTo("my.yaml");
        assertThat(options.start()).isEqualTo(Instant.parse("2027-01-02T03:04:05Z"));
        assertThat(options.speed()).isEqualTo(120);
        assertThat(options.exit()).isTrue();
        assertThat(options.dump()).contains(Path.of("out"));
        assertThat(options.report()).contains(Path.of("r.json"));
        assertThat(options.decisions()).isEqualTo(Map.of("removeCreated", "false", "holdHost", "mx.keeper.example"));
        assertThat(options.backOutAt()).contains("61");
        assertThat(options.ports()).isEqualTo(31000);
        assertThat(options.data()).contains(Path.of("d"));
        assertThat(options.keep()).isTrue();
        assertThat(options.restart()).isFalse();
        assertThat(options.faults())
                .containsExactly(
                        new FaultWish("a", "dns-refuse", Map.of("count", new BigDecimal("3"))),
                        new FaultWish("c", "secondary-lag", Map.of("lagSeconds", new BigDecimal("7200"))));
    }

    @Test
    void a_fault_may_have_fractions_and_words() {
        // When
        var wish = FaultWish.parse("a:tenant-throttle:api=graph:retryAfterSeconds=2.128");

        // Then
        assertThat(wish.details()).isEqualTo(Map.of("api", "graph", "retryAfterSeconds", new BigDecimal("2.128")));
    }

    @Test
    void a_fault_without_a_kind_is_refused() {
        // Given
        var line = new String[] {"--fault", "fabrikam"};

        // When
        var parsing = new CommandLine(new DemoCommand());

        // Then
        assertThatThrownBy(() -> parsing.parseArgs(line))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("--fault")
                .hasMessageContaining("'fabrikam' is not WORLD:KIND");
    }

    @Test
    void a_speed_that_goes_nowhere_is_refused() {
        // Given
        var line = new String[] {"--speed", "0"};

        // When
        var command = new DemoCommand();
        new CommandLine(command).parseArgs(line);

        // Then
        assertThatThrownBy(command::options).hasMessageContaining("--speed 0.0");
    }

    private static DemoOptions parsed(String... line) {
        var command = new DemoCommand();
        new CommandLine(command).parseArgs(line);
        return command.options();
    }
}
