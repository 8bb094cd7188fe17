package dev.caravan.orchestrator.runbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.FictionalCommands;
import dev.caravan.orchestrator.runbook.Fixture;
import dev.caravan.orchestrator.runbook.lint.Problem;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a file holds, the reader answers with a runbook or with problems, never with an exception, and soon.
final class HostileFileTests {

    private static final RunbookReader READER = new RunbookReader(new FictionalCommands(), new CelExpressions());
    private static final String SIGNS = "\t\n :-[]{}\"'#&*!|>%@`,?~$T0\\\u0000\u0007\uD83D\uFEFFé9a";

    private static Stream<Fixture> fixtures() {
        return Stream.concat(Fixture.in("valid"), Fixture.in("broken"));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_damaged_file_is_answered(Fixture fixture) {
        // Given
        var random = new Random(fixture.name().hashCode());

        for (var count = 0; count < 40; count++) {
            var damaged = damaged(fixture.yaml(), random);

            // When
            var reading = READER.read("damaged", damaged);

            // Then
            assertThat(reading.problems())
                    .allSatisfy(problem -> assertThat(problem.line())
                            .isBetween(1, 1 + (int) damaged.lines().count()));
        }
    }

    @Test
    void a_file_beyond_the_limit_is_not_even_parsed() {
        // Given
        var huge = "title: x\n".repeat(YamlText.CHARACTERS_MAX / 8);

        // When
        var reading = READER.read("huge", huge);

        // Then
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly("huge:1:1: error: a runbook has at most 1,000,000 characters");
    }

    @Test
    void aliases_do_not_multiply() {
        // Given
        var bomb = IntStream.rangeClosed(1, 40)
                .mapToObj(level -> "a%d: &a%d [%s]"
                        .formatted(level, level, "*a%d, ".formatted(level - 1).repeat(9)))
                .collect(Collectors.joining("\n", "a0: &a0 x\n", "\n"));

        // When
        var reading = READER.read("bomb", bomb);

        // Then
        assertThat(reading.problems()).hasSizeBetween(40, 1_000);
        assertThat(reading.problems().getFirst())
                .hasToString(
                        "bomb:1:1: error: a runbook has no `a0`; it may have" + " decisions, phases, runbook, title");
    }

    @Test
    void a_file_nested_too_deep_is_told_so() {
        // Given
        var deep = "title: " + "[".repeat(100_000);

        // When
        var reading = READER.read("deep", deep);

        // Then
        assertThat(reading).isInstanceOf(Reading.Broken.class);
    }

    @Test
    void a_file_that_is_all_mistakes_is_told_of_many_but_not_of_all() {
        // Given
        var mistakes =
                IntStream.range(0, 50_000).mapToObj("key%d: 1\n"::formatted).collect(Collectors.joining());

        // When
        var reading = READER.read("mistakes", mistakes);

        // Then
        assertThat(reading.problems()).hasSize(500);
    }

    private static String damaged(String text, Random random) {
        var damaged = new StringBuilder(text);
        for (var edit = 0; edit <= random.nextInt(4); edit++) {
            var place = random.nextInt(damaged.length());
            var sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(place, sign);
                case 1 -> damaged.setCharAt(place, sign);
                case 2 -> damaged.replace(place, place + 1, damaged.length() == 1 ? " " : "");
                default -> damaged.setLength(Math.max(1, place));
            }
        }
        return damaged.toString();
    }
}
