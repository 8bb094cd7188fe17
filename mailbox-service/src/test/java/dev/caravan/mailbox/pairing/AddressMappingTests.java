package dev.caravan.mailbox.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressMappingTests {

    @Test
    void lines_are_pairs_of_addresses_and_empty_ones_say_nothing() {
        assertThat(AddressMapping.parse("Ada@a.example , ada@c.example\n\nbo@a.example,bo@c.example\n")
                        .pairs())
                .containsExactly(
                        new AddressMapping.Pair(1, "ada@a.example", "ada@c.example"),
                        new AddressMapping.Pair(3, "bo@a.example", "bo@c.example"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@a.example | line 1: must be source,destination",
                "a@a.example,b@b.example,c@c.example | line 1: must be source,destination",
                "ada,b@b.example | line 1: \"ada\" is no address",
                "a@a.example,*@b.example | line 1: \"*@b.example\" is no address",
                "a@a.example,x@b.example;a@a.example,y@b.example | line 2: a@a.example has a destination already",
                "a@a.example,x@b.example;b@a.example,x@b.example | line 2: x@b.example is a destination already"
            })
    void what_is_no_pair_is_told_by_its_line(String written, String why) {
        assertThatThrownBy(() -> AddressMapping.parse(written.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mapping, " + why);
    }
}
