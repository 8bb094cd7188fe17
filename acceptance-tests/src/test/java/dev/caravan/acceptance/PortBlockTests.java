package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.process.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortBlockTests {

    @Test
    void two_tests_never_have_the_same_ports() throws IOException {
        try (PortBlock first = PortBlock.reserve();
                PortBlock second = PortBlock.reserve()) {
            assertThat(second.base()).isNotEqualTo(first.base());
        }
    }

    @Test
    void a_block_is_passed_over_when_one_of_its_ports_is_taken_on_another_address() throws IOException {
        // Given
        int next;
        try (PortBlock free = PortBlock.reserve()) {
            next = free.base();
        }

        // When
        try (ServerSocket _ = new ServerSocket(next + 3, 1, InetAddress.getByName("127.0.0.2"));
                PortBlock block = PortBlock.reserve()) {

            // Then
            assertThat(block.base()).isNotEqualTo(next);
            assertThat(Port.tcp(block.base()).free()).isTrue();
        }
    }
}
