package dev.caravan.kit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcedureTests implements CommandContract<String> {

    private final List<String> story = new ArrayList<>();
    private final Set<String> present = new HashSet<>();
    private final OpenCall call = OpenCall.to(Connection.Kind.DNS, Set.of("host"), Map.of());

    @Override
    public Handling<String> handling() {
        return new Adding().of(List.of("a", "b"));
    }

    @Override
    public OpenCall call() {
        return call;
    }

    @Override
    public List<?> effects() {
        return story.stream().filter(line -> line.startsWith("add")).toList();
    }

    @Test
    void the_plan_is_told_before_anything_is_changed_and_what_was_changed_is_read_again() {
        // When
        var outcome = follow(new Adding().of(List.of("a", "b")), call);

        // Then
        assertThat(story).containsExactly("read", "told 2", "add a", "add b", "read");
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of("added 2")));
    }

    @Test
    void what_is_not_so_when_read_again_is_told_and_may_be_tried_again() {
        // Given
        var forgetful = new Adding() {
            @Override
            public Outcome<String> apply(List<String> names, Set<String> observed, Plan plan, Call call) {
                return Outcome.done("claimed");
            }
        };

        // When
        var outcome = follow(forgetful.of(List.of("a")), call);

        // Then
        assertThat(outcome).isEqualTo(Outcome.failedForNow("unverified", "read again, and still to do: Add a"));
    }

    @Test
    void what_a_tenant_was_told_is_looked_at_until_it_is_seen() {
        // Given
        var pauses = new ArrayList<Duration>();
        var looks = new AtomicInteger();
        var lagging = new Adding() {
            @Override
            public Outcome<Set<String>> observe(List<String> names, Call call) {
                return looks.incrementAndGet() < 4 ? Outcome.done(Set.of()) : super.observe(names, call);
            }
        };

        // When
        var outcome = follow(lagging.of(List.of("a")), new TenantLeave(tenant(), pauses));

        // Then
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of("added 1")));
        assertThat(story).containsExactly("told 1", "add a", "read");
        assertThat(pauses).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void what_a_tenant_may_have_done_is_not_tried_again_before_it_would_be_seen() {
        // Given
        var lost = new Adding() {
            @Override
            public Outcome<String> apply(List<String> names, Set<String> observed, Plan plan, Call call) {
                return Outcome.failedForNow("no-answer", "nobody answers");
            }
        };

        // When
        var outcome = follow(lost.of(List.of("a")), tenant());

        // Then
        assertThat(outcome)
                .isEqualTo(new Outcome.Failed<>(
                        true, "no-answer", "nobody answers", List.of(), Optional.of(Duration.ofMinutes(6))));
    }

    private static OpenCall tenant() {
        return OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    }

    /// Writes down its pauses.
    private record TenantLeave(OpenCall open, List<Duration> pauses) implements Call {

        @Override
        public CommandHeader header() {
            return open.header();
        }

        @Override
        public Connection connection() {
            return open.connection();
        }

        @Override
        public InstantSource clock() {
            return open.clock();
        }

        @Override
        public <T> Outcome<T> remote(String api, String host, Supplier<Outcome<T>> request) {
            return open.remote(api, host, request);
        }

        @Override
        public Outcome<Call> through(Target target) {
            return open.through(target);
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
        }
    }

    @Test
    void a_plan_beyond_its_limits_is_refused_with_the_counts() {
        // Given
        var twenty = IntStream.range(0, 20).mapToObj(n -> "n" + n).toList();
        var replacing = new Adding() {
            @Override
            public Plan plan(List<String> names, Set<String> observed) {
                return Plan.of(
                        names.stream()
                                .map(name -> new Change("name", name, "text", List.of("old"), List.of(name), "Replace"))
                                .toList(),
                        names.size());
            }
        };

        // When
        var outcome = follow(replacing.of(twenty), call);

        // Then
        assertThat(outcome)
                .isEqualTo(Outcome.refused("plan-too-large", "would alter 20 of 20 objects, more than 30 %"));
        assertThat(story).containsExactly("read");
    }

    @Test
    void what_people_approved_is_done_whatever_the_limits_say() {
        // Given
        var digests = new HashSet<String>();
        new Adding().plan(List.of("a"), Set.of()).changes().forEach(change -> digests.add(change.digest()));

        // When
        var outcome = follow(new Adding().of(List.of("a")), call.approving(digests));

        // Then
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of("added 1")));
    }

    @Test
    void what_cannot_be_observed_ends_the_command() {
        // Given
        var blind = new Adding() {
            @Override
            public Outcome<Set<String>> observe(List<String> names, Call call) {
                return new Outcome.NotYet<>(Duration.ofMinutes(1), "no answer yet");
            }
        };

        // When
        var outcome = follow(blind.of(List.of("a")), call);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.NotYet<>(Duration.ofMinutes(1), "no answer yet"));
    }

    @Test
    void a_question_is_asked_and_may_tell_more_than_its_answer() {
        // Given
        Asking<String, String> asking = (command, _, telling) -> {
            telling.tell("part of " + command);
            return Outcome.done("answer");
        };

        // When
        var outcome = follow(asking.of("zone"), call);

        // Then
        assertThat(story).containsExactly("part of zone");
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of("answer")));
    }

    private Outcome<Optional<String>> follow(Handling<String> handling, Call call) {
        return new Procedure<String>(
                        call, plan -> story.add("told " + plan.changes().size()), story::addAll)
                .follow(handling);
    }

    /// Adds names that are missing.
    private class Adding implements Doing<List<String>, Set<String>, String> {

        @Override
        public Outcome<Set<String>> observe(List<String> names, Call call) {
            story.add("read");
            return Outcome.done(Set.copyOf(present));
        }

        @Override
        public Plan plan(List<String> names, Set<String> observed) {
            var changes = names.stream()
                    .filter(name -> !observed.contains(name))
                    .map(name -> new Change("name", name, "presence", List.of(), List.of(name), "Add " + name))
                    .toList();
            return Plan.of(changes, observed.size());
        }

        @Override
        public Outcome<String> apply(List<String> names, Set<String> observed, Plan plan, Call call) {
            for (var change : plan.changes()) {
                story.add("add " + change.id());
                present.add(change.id());
            }
            return Outcome.done("added " + plan.changes().size());
        }
    }
}
