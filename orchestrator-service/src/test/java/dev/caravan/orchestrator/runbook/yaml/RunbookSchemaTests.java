package dev.caravan.orchestrator.runbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.FictionalCommands;
import dev.caravan.orchestrator.runbook.Fixture;
import dev.caravan.orchestrator.runbook.RandomRunbooks;
import dev.caravan.orchestrator.runbook.RunbookYaml;
import dev.caravan.orchestrator.runbook.catalogue.ShippedRunbooks;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Editors check a runbook by the JSON Schema, the service by its reader: whatever an editor refuses the service
/// refuses too,
/// and what the service refuses for its form an editor refuses as far as a schema can tell.
final class RunbookSchemaTests {

    private static final RunbookReader READER = new RunbookReader(new FictionalCommands(), new CelExpressions());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunbookSchemaTests.class.getResourceAsStream("/runbook.schema.json"));

    private static Stream<Fixture> broken() {
        return Stream.concat(Fixture.in("broken/form"), Fixture.in("broken/rules"));
    }

    private static Stream<String> valid() {
        var shipped = new ShippedRunbooks();
        return Stream.concat(
                Fixture.in("valid").map(Fixture::yaml),
                shipped.names().stream().flatMap(name -> shipped.find(name).stream()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void the_schema_refuses_a_broken_file_as_far_as_it_can_tell(Fixture fixture) {
        // When
        var errors = errors(fixture.yaml());

        // Then
        assertThat(!errors.isEmpty()).as("%s", errors).isEqualTo(fixture.schemaRefuses());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void the_schema_accepts_a_valid_file(String yaml) {
        // When
        var errors = errors(yaml);

        // Then
        assertThat(errors).isEmpty();
    }

    @Test
    void the_schema_accepts_whatever_a_runbook_can_be() {
        assertThat(LongStream.range(0, 40).mapToObj(RandomRunbooks::of).map(RunbookYaml::of))
                .allSatisfy(yaml -> assertThat(errors(yaml)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void the_reader_refuses_whatever_the_schema_refuses_however_the_file_is_changed(String yaml) {
        // Given
        var mutants = Mutants.of(yaml, 7, 120);

        // When
        var refused = mutants.filter(mutant -> !errors(mutant).isEmpty()).toList();

        // Then
        assertThat(refused)
                .hasSizeGreaterThan(30)
                .allSatisfy(mutant -> assertThat(READER.read("mutant", mutant)).isInstanceOf(Reading.Broken.class));
    }

    @Test
    void the_schema_knows_the_same_keys_as_the_reader() {
        // When
        var definitions = JsonMapper.shared()
                .readTree(RunbookSchemaTests.class.getResourceAsStream("/runbook.schema.json"))
                .get("$defs");

        // Then
        assertThat(Keys.Kind.values())
                .allSatisfy(kind -> assertThat(keys(definitions.get(kind.word() + "Step")))
                        .containsExactlyInAnyOrderElementsOf(kind.keys()));
        assertThat(keys(definitions.get("phase"))).containsExactlyInAnyOrderElementsOf(Keys.PHASE);
        assertThat(keys(definitions.get("decision"))).containsExactlyInAnyOrderElementsOf(Keys.DECISION);
        assertThat(keys(definitions.get("retry"))).containsExactlyInAnyOrderElementsOf(Keys.RETRY);
    }

    private static List<String> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static List<String> keys(JsonNode definition) {
        return List.copyOf(definition.get("properties").propertyNames());
    }
}
