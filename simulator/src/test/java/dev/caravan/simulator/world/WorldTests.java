package dev.caravan.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTests {

    @TempDir
    Path directory;

    @Test
    void the_domains_of_the_source_that_have_a_zone_move() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        Files.delete(folder.resolve("dns/fabrikam-group.example.zone"));
        // When
        World world = load(folder);
        // Then
        assertThat(world.sourceDomains()).hasToString("[fabrikam.example, fabrikam-group.example]");
        assertThat(world.movingDomains()).hasToString("[fabrikam.example]");
    }

    @Test
    void the_accepted_domains_are_those_of_exchange_where_it_lists_them() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        String list = "{\"DomainName\":\"fabrikam.onmicrosoft.com\"}\n{\"DomainName\":\"fabrikam-group.example\"}\n"
                + "{\"DomainName\":\"Fabrikam.example\",\"MatchSubDomains\":true}\n";
        // When
        SampleWorld.change(folder, "source/exchange/acceptedDomains.jsonl", _ -> list);
        Tenant source = load(folder).source();
        // Then
        assertThat(source.accepts(DomainName.parse("deep.sub.fabrikam.example")))
                .isTrue();
        assertThat(source.accepts(DomainName.parse("sub.fabrikam-group.example")))
                .isFalse();
        assertThat(source.accepts(DomainName.parse("contoso.example"))).isFalse();
    }

    @Test
    void the_mail_host_follows_the_tenants_pattern() {
        // Given
        World world = load(SampleWorld.FOLDER);
        DomainName domain = DomainName.parse("a.b-c.example");
        // When
        var hosts = world.tenants().stream()
                .map(tenant -> tenant.mailHost(domain).orElseThrow())
                .toList();
        // Then
        assertThat(hosts).hasToString("[a-b-c-example.mail.protection.outlook.com, a-b-c-example.a-v1.mx.microsoft]");
    }

    @Test
    void the_side_that_is_an_exchange_server_lists_the_same_objects_in_a_folder_of_its_own() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        Files.move(folder.resolve("source/exchange"), folder.resolve("source/onpremises"));
        for (String file : List.of("domains", "users", "groups")) {
            Files.move(
                    folder.resolve("source/graph/" + file + ".jsonl"),
                    folder.resolve("source/onpremises/" + file + ".jsonl"));
        }
        // When
        Tenant source = load(folder).source();
        // Then
        assertThat(source.cloud()).isFalse();
        assertThat(source.all(Kind.MAILBOXES)).hasSize(56);
        assertThat(source.verifiedDomains()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Example.COM., example.com",
        "_dmarc.a.example, _dmarc.a.example",
        "xn--zrich-kva.example, xn--zrich-kva.example"
    })
    void a_domain_name_is_read_as_people_write_it(String written, String canonical) {
        // When
        DomainName name = DomainName.parse(written);
        // Then
        assertThat(name).hasToString(canonical);
        assertThat(name.absolute()).isEqualTo(canonical + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "-a.example",
                "a-.example",
                "zürich.example",
                "a b.example",
                "a.example..",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.example"
            })
    void what_is_no_domain_name_is_none(String written) {
        // When
        var name = DomainName.find(written);
        // Then
        assertThat(name).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fabrikam.example, fabrikam.example, true",
        "fabrikam.example, a.b.fabrikam.example, true",
        "fabrikam.example, notfabrikam.example, false",
        "a.fabrikam.example, fabrikam.example, false"
    })
    void a_domain_holds_itself_and_what_is_below_it(String above, String below, boolean holds) {
        // When
        boolean held = DomainName.parse(above).holds(DomainName.parse(below));
        // Then
        assertThat(held).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"siobhan.o'neill@a.example", "guest0_partner.example#EXT#@a.onmicrosoft.com", "C@Dread.IE"})
    void an_address_may_hold_what_rfc_5321_allows(String written) {
        // When
        var address = Address.find(written);
        // Then
        assertThat(address).map(Address::toString).hasValue(written.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "@a.example",
                ".a@b.example",
                "a.@b.example",
                "a..b@c.example",
                "zoë@a.example",
                "a b@c.example",
                "a@",
                "a@b.example."
            })
    void what_is_no_address_is_none(String written) {
        // When
        var address = Address.find(written);
        // Then
        assertThat(address).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Fabrikam to Contoso, fabrikam-to-contoso", "__Ä!, world", "World_2, world-2"})
    void a_name_becomes_a_label(String name, String slug) {
        // When
        String label = World.slug(name);
        // Then
        assertThat(label).isEqualTo(slug);
    }

    private static World load(Path folder) {
        Reading reading = new WorldReader(_ -> List.of()).read(List.of(folder));
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        return ((Reading.Loaded) reading).worlds().all().getFirst();
    }
}
