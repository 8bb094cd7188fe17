package dev.caravan.orchestrator.runbook.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import dev.caravan.schemas.CommandCatalogue;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedRunbooksTests {

    private static final ShippedRunbooks SHIPPED = new ShippedRunbooks();
    private static final RunbookReader READER =
            new RunbookReader(new CataloguedCommands(CommandCatalogue.shipped()), new CelExpressions());

    private static Stream<RunbookName> names() {
        return SHIPPED.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_shipped_runbook_has_its_own_name_and_no_problems_not_even_warnings(RunbookName name) {
        // Given
        var yaml = SHIPPED.find(name).orElseThrow();

        // When
        var reading = READER.read(ShippedRunbooks.fileName(name), yaml);

        // Then
        assertThat(reading.problems()).isEmpty();
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Readable.class,
                        readable -> assertThat(readable.runbook().name()).isEqualTo(name));
    }

    /// Steps 97 to 115 of the guide are the way back of others: no step of the way forward may claim one of them.
    @Test
    void a_tenants_move_covers_all_115_steps_of_the_guide_and_its_back_out_those_that_undo() {
        // When
        var steps = runbook("tenant-to-tenant").steps();
        var forward = numbers(steps.stream().flatMap(step -> step.guide().stream()));
        var back = numbers(steps.stream().flatMap(ShippedRunbooksTests::guideOfBackOut));

        // Then
        assertThat(forward)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 96).boxed().toList());
        assertThat(back)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(97, 115).boxed().toList());
    }

    /// A person does only what no interface can do, or what only a person may say.
    @Test
    void a_tenants_move_leaves_to_people_only_what_no_program_can_do() {
        // When
        var tasks = numbers(runbook("tenant-to-tenant").steps().stream()
                .filter(step -> step.work() instanceof Work.Task)
                .flatMap(step -> step.guide().stream()));

        // Then
        assertThat(tasks).containsExactly(1, 6, 7, 8, 9, 10, 11, 18, 33, 47, 58, 63, 64, 77, 94, 96);
    }

    /// A run is over when all steps are, and a gate is never skipped.
    @Test
    void a_tenants_move_is_over_two_days_after_t0_at_the_earliest() {
        // When
        var last = runbook("tenant-to-tenant").steps().stream()
                .filter(step -> step.at().equals(Optional.of(Moment.parse("T+2d"))))
                .toList();

        // Then
        assertThat(last).singleElement().satisfies(step -> {
            assertThat(step.work()).isInstanceOf(Work.Gate.class);
            assertThat(step.when()).isEmpty();
        });
    }

    private static Stream<String> guideOfBackOut(Step step) {
        return switch (step.backOut()) {
            case BackOut.Undo undo -> undo.guide().stream();
            case BackOut.ByHand byHand -> byHand.guide().stream();
            case BackOut.NothingToUndo _, BackOut.Irreversible _ -> Stream.empty();
        };
    }

    private static TreeSet<Integer> numbers(Stream<String> guide) {
        return guide.map(Integer::parseInt).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Runbook runbook(String name) {
        var yaml = SHIPPED.find(RunbookName.parse(name)).orElseThrow();
        return READER.read(name, yaml) instanceof Reading.Readable readable
                ? readable.runbook()
                : fail(name + " cannot be read");
    }

    @Test
    void an_unknown_name_finds_nothing() {
        // When
        var found = SHIPPED.find(RunbookName.parse("unheard-of"));

        // Then
        assertThat(found).isEmpty();
    }
}
