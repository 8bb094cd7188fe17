package dev.caravan.simulator.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.simulator.SampleWorld;
import dev.caravan.simulator.dns.ZoneFileRules;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Reading;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.WorldReader;
import dev.caravan.simulator.world.WorldWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldGeneratorTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void the_same_seed_gives_the_same_bytes(long seed) {
        // Given
        SortedMap<String, byte[]> once = generate(seed, 40);
        // When
        SortedMap<String, byte[]> again = generate(seed, 40);
        // Then
        assertThat(again.keySet()).isEqualTo(once.keySet());
        assertThat(again).allSatisfy((file, bytes) -> assertThat(bytes).isEqualTo(once.get(file)));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,3", "4,4", "5,5", "6,8", "7,13", "8,21", "9,34", "10,55", "11,89", "12,300"})
    void a_world_of_any_size_is_right_and_its_dump_equals_it(long seed, int mailboxes) throws IOException {
        // Given
        Path folder = write("w" + seed, generate(seed, mailboxes));
        World world = load(List.of(folder)).getFirst();
        // When
        Path dump = new WorldWriter(zone -> text(world, zone.text()), loaded -> loaded)
                .write(world, directory.resolve("dump"));
        // Then
        assertThat(world.source().all(Kind.MAILBOXES)).hasSize(mailboxes);
        assertThat(SampleWorld.filesOf(dump)).isEqualTo(SampleWorld.filesOf(folder));
    }

    @Test
    @Tag("long")
    void five_thousand_mailboxes_are_right_too() throws IOException {
        // Given
        Path folder = write("large", generate(5, 5000));
        // When
        World world = load(List.of(folder)).getFirst();
        // Then
        assertThat(world.source().all(Kind.MAILBOXES)).hasSize(5000);
    }

    @Test
    void worlds_of_different_seeds_can_be_loaded_together() throws IOException {
        // Given
        List<Path> folders = new ArrayList<>(SampleWorld.alone());
        for (long seed = -10; seed < 40; seed++) {
            folders.add(write("same/" + (seed + 10) + "/world", generate(seed, 6)));
        }
        // When
        List<World> worlds = load(folders);
        // Then
        assertThat(worlds)
                .hasSize(51)
                .extracting(World::slug)
                .doesNotHaveDuplicates()
                .contains("world", "world-50");
    }

    @Test
    void every_kind_of_file_is_there() throws IOException {
        // When
        World world = load(List.of(write("w", generate(1, 60)))).getFirst();
        // Then
        assertThat(EnumSet.complementOf(EnumSet.of(
                        Kind.DOMAIN_STATES,
                        Kind.ACCEPTED_DOMAIN_STATES,
                        Kind.DKIM_SIGNING_STATES,
                        Kind.ORGANIZATION_STATES,
                        Kind.USER_STATES,
                        Kind.MAILBOX_ITEMS,
                        Kind.RECIPIENT_STATES,
                        Kind.REFERENCE_STATES)))
                .as("nothing is under way in a new world")
                .allSatisfy(kind ->
                        assertThat(world.source().all(kind)).as("%s", kind).isNotEmpty());
        assertThat(world.files())
                .containsKeys("bittitan.json", "expect.json", "source/exchange/organizationConfig.json");
    }

    @ParameterizedTest
    @EnumSource(TrapKind.class)
    void every_trap_can_be_had_without_and_with_more_than_usual(TrapKind kind) throws IOException {
        // Given
        int least = kind == TrapKind.MOVING_DOMAINS ? 1 : 0;
        int more = kind == TrapKind.BARE_DESTINATION ? 1 : kind == TrapKind.MOVING_DOMAINS ? 5 : 2;
        Path without = write("without", WorldGenerator.generate(3, new Traps(70, Map.of(kind, least))));
        Path with = write("with", WorldGenerator.generate(4, new Traps(70, Map.of(kind, more))));
        // When
        List<World> worlds = load(List.of(without, with));
        // Then
        assertThat(worlds).hasSize(2);
        assertThat(new String(worlds.getLast().files().get("expect.json"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"" + kind.option() + "\" : " + more);
    }

    @Test
    void traps_are_where_they_say() throws IOException {
        // Given
        Map<TrapKind, Integer> wished = Map.of(
                TrapKind.CLASH, 3,
                TrapKind.LARGE, 4,
                TrapKind.APOSTROPHES, 5,
                TrapKind.BARE_DESTINATION, 1,
                TrapKind.THIRD_SERVER, 2,
                TrapKind.LONG_TTL, 2,
                TrapKind.SUB_DOMAIN, 1,
                TrapKind.GUESTS, 7,
                TrapKind.SOFT_DELETED, 2);
        // When
        World world = load(List.of(write("w", WorldGenerator.generate(9, new Traps(80, wished)))))
                .getFirst();
        // Then
        Tenant source = world.source();
        assertThat(source.all(Kind.MAILBOX_STATISTICS))
                .filteredOn(line -> line.text("TotalItemSize").orElseThrow().matches("[5-9]\\d\\.\\d+ GB .*"))
                .hasSize(4);
        assertThat(source.all(Kind.MAILBOXES))
                .filteredOn(line -> line.text("UserPrincipalName").orElseThrow().contains("'"))
                .hasSize(5);
        assertThat(source.all(Kind.USERS))
                .filteredOn(line -> line.text("userType").equals(java.util.Optional.of("Guest")))
                .hasSize(7);
        assertThat(source.all(Kind.DELETED_USERS)).hasSize(2);
        assertThat(clashes(source)).isEqualTo(3);
        assertThat(world.destination().verifiedDomains())
                .containsExactly(world.destination().initialDomain());
        assertThat(world.sourceDomains()).hasSize(3);
        assertThat(world.movingDomains()).as("two, and the one below").hasSize(3);
        assertThat(world.zones())
                .allSatisfy(zone -> assertThat(zone.text()).contains("ns3 IN A 127.0.0.3", "@ 172800 IN MX"));
    }

    @Test
    void relays_are_the_last_of_the_moving_domains() throws IOException {
        // When
        World world = load(List.of(write(
                        "relays",
                        WorldGenerator.generate(
                                9, new Traps(10, Map.of(TrapKind.MOVING_DOMAINS, 3, TrapKind.RELAYS, 2))))))
                .getFirst();
        // Then
        assertThat(world.source().all(Kind.ACCEPTED_DOMAINS))
                .filteredOn(line -> line.text("DomainType").orElseThrow().equals("InternalRelay"))
                .extracting(line -> line.text("DomainName").orElseThrow())
                .satisfiesExactly(
                        second -> assertThat(second).endsWith("-group.example"),
                        third -> assertThat(third).endsWith("-group2.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, CLASH, 0, a world has 1 to 100000 mailboxes",
        "10, CLASH, 9, clash can be 4 at most: of 10 mailboxes at least one is an ordinary person's",
        "10, CLASH, -1, clash must be 0 to 100000",
        "10, MOVING_DOMAINS, 0, moving-domains must be 1 to 20",
        "10, BARE_DESTINATION, 2, bare-destination must be 0 to 1",
        "10, RELAYS, 3, relays can be 2 at most: there are 2 moving domains",
        "10, LARGE, 11, large can be 10 at most: there are 10 mailboxes",
        "60, NESTED, 60, nested can be 5 at most: a nested list needs another list"
    })
    void a_wish_that_does_not_fit_is_refused_with_the_reason(int mailboxes, TrapKind kind, int count, String reason) {
        // When
        var fitting = assertThatThrownBy(() -> new Traps(mailboxes, Map.of(kind, count)));
        // Then
        fitting.isInstanceOf(IllegalArgumentException.class).hasMessage(reason);
    }

    @Test
    void every_trap_has_a_name_of_its_own() {
        // When
        List<String> names =
                Arrays.stream(TrapKind.values()).map(TrapKind::option).toList();
        // Then
        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(TrapKind.named(name)).isPresent());
        assertThat(TrapKind.named("nonsense")).isEmpty();
    }

    private static long clashes(Tenant source) {
        List<String> locals = source.all(Kind.MAILBOXES).stream()
                .map(line -> line.text("PrimarySmtpAddress").orElseThrow().replaceFirst("@.*", ""))
                .toList();
        return locals.size() - locals.stream().distinct().count();
    }

    private static SortedMap<String, byte[]> generate(long seed, int mailboxes) {
        return WorldGenerator.generate(seed, new Traps(mailboxes, Map.of()));
    }

    private Path write(String name, SortedMap<String, byte[]> files) throws IOException {
        Path folder = directory.resolve(name);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    private static List<World> load(List<Path> folders) {
        Reading reading = new WorldReader(new ZoneFileRules()).read(folders);
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        return ((Reading.Loaded) reading).worlds().all();
    }

    private static String text(World world, String zone) {
        return world.zones().stream()
                .filter(file -> file.zone().text().equals(zone))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
