package dev.caravan.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What holds for every command that changes something. A handler's test implements it over a fake of its remote,
/// which keeps a ledger of its effects.
///
/// @param <F> the facts that the service tells
public interface CommandContract<F> {

    /// A command whose work is still to be done, bound to its handler; each time the same command.
    Handling<F> handling();

    /// Leave to act on the fake.
    OpenCall call();

    /// The fake's effects so far.
    List<?> effects();

    @Test
    default void handling_it_changes_something_and_handling_it_twice_changes_nothing_more() {
        // Given
        var first = handled(call());
        var effects = List.copyOf(effects());

        // When
        var second = handled(call());

        // Then
        assertThat(effects).isNotEmpty();
        assertThat(effects()).as("effects of both").isEqualTo(effects);
        assertThat(first.plans).as("plans told at first").hasSize(1);
        assertThat(second.plans).as("plans told again").isEmpty();
        assertThat(second.outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void a_preview_tells_the_plan_and_changes_nothing() {
        // When
        var preview = handled(call().dry());

        // Then
        assertThat(preview.plans).hasSize(1);
        assertThat(preview.plans.getFirst().changes())
                .allSatisfy(change ->
                        assertThat(change.sentence()).as("what a person reads").isNotBlank());
        assertThat(effects()).isEmpty();
    }

    @Test
    default void a_plan_that_nobody_approved_changes_nothing() {
        // When
        var handled = handled(call().approving(Set.of()));

        // Then
        assertThat(handled.outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("plan-changed"));
        assertThat(effects()).isEmpty();
    }

    private Handled<F> handled(OpenCall call) {
        var plans = new ArrayList<Plan>();
        var facts = new ArrayList<F>();
        var outcome = new Procedure<F>(call, plans::add, facts::addAll).follow(handling());
        return new Handled<>(outcome, plans);
    }

    /// What came of handling it once.
    record Handled<F>(Outcome<Optional<F>> outcome, List<Plan> plans) {}
}
