package dev.caravan.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.journal.Journal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FaultsTests {

    @TempDir
    Path directory;

    @Test
    void a_fault_with_a_count_ends_when_it_is_used_up() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            Faults faults = new Faults(journal);
            faults.add(fault("{'kind':'dns-refuse','zone':'A.example.','count':2}"));
            // When
            boolean other = take(faults, "b.example");
            boolean first = take(faults, "a.example");
            boolean second = take(faults, "a.example");
            boolean third = take(faults, "a.example");
            // Then
            assertThat(new boolean[] {other, first, second, third}).containsExactly(false, true, true, false);
            assertThat(faults.standing()).isEmpty();
        }
    }

    @Test
    void a_fault_without_a_count_stands_until_it_is_taken_away() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            Faults faults = new Faults(journal);
            faults.add(fault("{'kind':'dns-refuse'}"));
            take(faults, "a.example");
            assertThat(take(faults, null)).isTrue();
            // When
            faults.clear();
            // Then
            assertThat(take(faults, "a.example")).isFalse();
        }
    }

    @Test
    void a_killed_simulator_still_gets_wrong_what_it_should() {
        // Given
        try (Journal journal = Journal.open(directory)) {
            Faults faults = new Faults(journal);
            faults.add(fault("{'kind':'dns-refuse','account':'dns:w','count':3,'lagSeconds':90}"));
            faults.take("dns-refuse", "a.example", "dns:w");
        }
        try (Journal journal = Journal.open(directory)) {
            Faults faults = new Faults(journal);
            // When
            journal.replay(faults::recall);
            // Then
            assertThat(faults.standing())
                    .containsExactly(fault("{'kind':'dns-refuse','account':'dns:w','count':2,'lagSeconds':90}"));
            assertThat(faults.standing().getFirst().number("lagSeconds")).hasValue(90);
            assertThat(faults.standing().getFirst().number("others")).isEmpty();
        }
    }

    private static boolean take(Faults faults, @Nullable String zone) {
        return faults.take("dns-refuse", zone, "dns:w").isPresent();
    }

    private static Fault fault(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), Fault.class);
    }
}
