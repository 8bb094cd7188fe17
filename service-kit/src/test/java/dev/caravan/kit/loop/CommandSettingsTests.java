package dev.caravan.kit.loop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CommandSettingsTests {

    @Test
    void a_setting_that_is_none_is_named_by_its_path() {
        assertThatThrownBy(() -> new CommandSettings(4, 0, 1, DataSize.ofBytes(1), Duration.ofSeconds(1)))
                .hasMessage("caravan.commands.running-max: must be 1 or more, is 0");
    }
}
