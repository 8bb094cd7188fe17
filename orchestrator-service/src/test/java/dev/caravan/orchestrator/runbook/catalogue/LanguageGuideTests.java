package dev.caravan.orchestrator.runbook.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import dev.caravan.schemas.CommandCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LanguageGuideTests {

    private static final Path GUIDE = Path.of("../docs/runbook-language.md");
    private static final Pattern RUNBOOK = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void the_example_of_the_guide_has_no_problems() throws IOException {
        // Given
        var guide = RUNBOOK.matcher(Files.readString(GUIDE));
        assertThat(guide.find()).isTrue();

        // When
        var reading = new RunbookReader(new CataloguedCommands(CommandCatalogue.shipped()), new CelExpressions())
                .read("runbook-language.md", guide.group(1));

        // Then
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void the_guide_explains_every_key_of_the_schema() throws IOException {
        // Given
        var guide = Files.readString(GUIDE);

        // When
        var schema = JsonMapper.shared().readTree(Files.readString(Path.of("src/main/resources/runbook.schema.json")));

        // Then
        assertThat(schema.findValues("properties"))
                .flatExtracting(JsonNode::propertyNames)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(guide).containsPattern("`\\{?" + key + "\\b"));
    }
}
