package dev.caravan.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.world.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionTests {

    private static final DomainName FROM = DomainName.parse("a.example");
    private static final DomainName TO = DomainName.parse("b.onmicrosoft.com");

    @ParameterizedTest
    @CsvSource({
        "ada@a.example, ada@b.onmicrosoft.com",
        "SMTP:ada@A.Example, SMTP:ada@b.onmicrosoft.com",
        "SIP:ada@a.example, SIP:ada@b.onmicrosoft.com",
        "smtp:ada@sub.a.example, smtp:ada@b.onmicrosoft.com",
        "https://x.a.example/y, https://x.b.onmicrosoft.com/y",
        "api://a.example:8443/z@w, api://b.onmicrosoft.com:8443/z@w",
        "smtp:ada@other.example, smtp:ada@other.example",
        "smtp:ada@nota.example, smtp:ada@nota.example",
        "X500:/o=ExchangeLabs/cn=ada, X500:/o=ExchangeLabs/cn=ada",
        "https://other.example/a.example, https://other.example/a.example"
    })
    void what_lies_in_a_domain_moves_to_another_and_nothing_else_does(String text, String moved) {
        // When
        String after = new Mention(text).moved(FROM, TO);
        // Then
        assertThat(after).isEqualTo(moved);
        assertThat(new Mention(text).isIn(FROM)).isEqualTo(!text.equals(moved));
    }
}
