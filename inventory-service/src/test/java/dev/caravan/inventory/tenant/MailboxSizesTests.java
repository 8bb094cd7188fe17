package dev.caravan.inventory.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxSizesTests {

    private static final long FIFTY_GB = 50L * 1024 * 1024 * 1024;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99 GB (106,300,440,576 bytes)    | 106300440576",
                "0 B (0 bytes)                    | 0",
                "1.5 KB (1.536 bytes)             | 1536"
            })
    void sizes_are_read_from_text(String written, long bytes) {
        assertThat(MailboxSizes.parse(written)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unlimited", "", "12 GB"})
    void what_is_no_size_is_none(String written) {
        assertThat(MailboxSizes.parse(written)).isEmpty();
    }

    @Test
    void only_beyond_fifty_gigabytes_a_mailbox_is_large() {
        // When
        var sizes = MailboxSizes.NONE.with(FIFTY_GB).with(FIFTY_GB + 1).with(5);
        // Then
        assertThat(sizes).isEqualTo(new MailboxSizes(2 * FIFTY_GB + 6, 1));
    }
}
