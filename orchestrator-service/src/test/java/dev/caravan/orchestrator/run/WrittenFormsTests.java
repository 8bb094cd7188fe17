package dev.caravan.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFormsTests {

    @ParameterizedTest
    @ValueSource(strings = {"r1/lower-ttl/0/1", "r-2.b/lower-ttl~undo/17/3", "r1/lower-ttl~preview~approve/0/1"})
    void a_command_id_reads_as_it_is_written(String text) {
        assertThat(CommandId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r1", "r1/a/0", "r1/a/0/1/2", "r1/A/0/1", "r1/a~undone/0/1", "r1/a/-1/1", "r1/a/x/1"})
    void what_is_no_command_id_is_refused_with_its_text(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CommandId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at:lower", "by:lower", "over:soak", "outcome:lower~undo/0/1", "again:lower~preview~go/3/12"})
    void a_timer_reads_as_it_is_written(String text) {
        assertThat(TimerName.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "at", "at:", "soon:lower", "again:lower", "outcome:lower/0"})
    void what_is_no_timer_is_refused_with_its_text(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimerName.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada lovelace", " Ada  Lovelace ", "ADA\tLOVELACE", "Ada\u00a0Lovelace", "Ａda Lovelace"})
    void one_person_may_write_the_name_in_many_ways(String name) {
        assertThat(Person.parse(name).isSameAs(Person.parse("Ada Lovelace"))).isTrue();
    }

    @Test
    void other_people_are_other_people() {
        assertThat(Person.parse("Ada").isSameAs(Person.parse("Adam"))).isFalse();
    }

    @Test
    void nobody_is_no_person() {
        assertThatIllegalArgumentException().isThrownBy(() -> Person.parse("  "));
    }

    @Test
    void a_domain_is_in_lower_case_and_without_final_dot() {
        assertThat(DomainName.parse(" Fabrikam.Example. ")).hasToString("fabrikam.example");
    }

    @Test
    void facts_of_another_type_than_before_replace_them() {
        // When
        var merged = Facts.merge(Map.of("a", 1L, "b", 1L, "c", true), Map.of("a", 0.5, "b", "two", "c", "no"));
        // Then
        assertThat(merged).containsOnly(Map.entry("a", 1.5), Map.entry("b", "two"), Map.entry("c", "no"));
    }

    @Test
    void sums_stop_at_the_largest_number() {
        // When
        var merged = Facts.merge(Map.of("n", Long.MAX_VALUE), Map.of("n", 1));
        // Then
        assertThat(merged).containsOnly(Map.entry("n", Long.MAX_VALUE));
    }

    @Test
    void what_is_no_scalar_is_no_fact() {
        assertThat(Facts.merge(Map.of(), Map.of("list", java.util.List.of(1)))).isEmpty();
    }
}
