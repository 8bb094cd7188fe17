package dev.caravan.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.world.World;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CorrespondenceTests {

    private final World world = MailWorld.load().all().getFirst();

    @Test
    void a_letter_depends_on_world_seed_and_number_alone() {
        // Given
        Correspondence one = new Correspondence(world, 5);
        Correspondence other = new Correspondence(world, 5);
        other.letter(3);
        // When
        Letter letter = one.letter(77);
        // Then
        assertThat(other.letter(77)).isEqualTo(letter);
    }

    @Test
    void letters_go_inward_outward_and_between_the_tenants() {
        // Given
        Correspondence correspondence = new Correspondence(world, 1);
        // When
        List<Letter> letters =
                LongStream.range(0, 1000).mapToObj(correspondence::letter).toList();
        // Then
        assertThat(letters).filteredOn(Letter::outside).hasSizeBetween(150, 250);
        assertThat(letters).filteredOn(letter -> letter.sender().isEmpty()).hasSizeBetween(550, 650);
        assertThat(letters)
                .filteredOn(letter -> !letter.outside())
                .extracting(letter -> letter.to().domain().text())
                .containsOnly("fabrikam.example", "fabrikam-group.example");
    }
}
