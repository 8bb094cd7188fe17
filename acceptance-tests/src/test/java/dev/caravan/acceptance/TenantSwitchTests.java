package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TenantSwitchTests {

    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(simulator\\.[a-z.-]+)` ");

    /// A variable of another name would be overheard, and the test that sets it would try nothing.
    @Test
    void every_switch_is_a_setting_of_the_simulator() throws IOException {
        // Given
        String settings = Files.readString(Path.of("..", "docs", "settings.md"));
        List<String> variables = SETTING.matcher(settings)
                .results()
                .map(setting ->
                        setting.group(1).replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                .toList();
        // Then
        assertThat(TenantSwitch.ALL).extracting(TenantSwitch::variable).isSubsetOf(variables);
    }
}
