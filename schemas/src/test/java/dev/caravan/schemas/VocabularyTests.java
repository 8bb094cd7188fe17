package dev.caravan.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.idl.IdlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTests {

    private static final Path PAGES = Path.of("src/main/avro");

    @ParameterizedTest
    @EnumSource
    void a_shipped_page_says_all_that_is_asked_of_its_commands_and_events(WorkerService service) {
        // Given
        List<Schema> page = service.vocabulary().stream()
                .flatMap(protocol -> protocol.getTypes().stream()
                        .filter(type -> protocol.getNamespace().equals(type.getNamespace())))
                .toList();

        // Then
        assertThat(IdlRules.broken(service.word(), page)).isEmpty();
    }

    @Test
    void a_command_that_is_annotated_wrongly_is_told_so_by_name() throws IOException {
        // Given
        Collection<Schema> page = page("""
                @command("dns.Misspelt") @on("dns") @plan("dns.Planned") @tells(["dns.Done"])
                record Misspelt { dev.caravan.schemas.common.CommandContext context; }

                @command("dns.Other") @on("dsn")
                record Named { array<int> @objects("domains") zones; array<string> @change(true) changes; }

                @outcome("planned")
                record ConflictsPlanned {
                  dev.caravan.schemas.common.EventContext context;
                  array<dev.caravan.schemas.common.Change> changes;
                  array<dev.caravan.schemas.common.Conflict> conflicts;
                }

                @command("dns.Silent") @on("dns") @plans("dns.ConflictsPlanned") @tells(["dns.Done"])
                record Silent { dev.caravan.schemas.common.CommandContext context; }

                @command("dns.Promising") @on("dns") @check(true) @plans("dns.Done") @tells(["dns.Planned"])
                record Promising {
                  dev.caravan.schemas.common.CommandContext context;
                  array<string> @changes(true) changes;
                }
                """);

        // Then
        assertThat(IdlRules.broken("dns", page))
                .containsExactlyInAnyOrder(
                        "Misspelt: has an unknown annotation @plan",
                        "Named: changes has an unknown annotation @change",
                        "Named: must be @command(\"dns.Named\")",
                        "Named: must say what it acts @on: one of source, destination, dns, bittitan",
                        "Named: must begin with a CommandContext context",
                        "Named: must say in @tells([\"…\"]) with which event it is done",
                        "Named: zones receives @objects: it must be an array<string>",
                        "Silent: plans conflicts, which its @tells must have, too: a plan without changes is not told",
                        "Promising: @tells dns.Planned, which is no event of the page whose outcome is done",
                        "Promising: @plans dns.Done, which is no event of the page whose outcome is planned",
                        "Promising: @plans changes, and can be no @check",
                        "Promising: changes receives @changes: it must be an array<Change>");
    }

    @Test
    void an_event_that_is_annotated_wrongly_is_told_so_by_name() throws IOException {
        // Given
        Collection<Schema> page = page("""
                record Forgotten { dev.caravan.schemas.common.EventContext context; }

                @outcome("finished")
                record Finished { dev.caravan.schemas.common.EventContext context; }

                @outcome("planned")
                record Secretive { string zone; }
                """);

        // Then
        assertThat(IdlRules.broken("dns", page))
                .containsExactlyInAnyOrder(
                        "Forgotten: has a context, and neither @command nor @outcome",
                        "Finished: has an unknown @outcome(\"finished\")",
                        "Secretive: must begin with an EventContext context",
                        "Secretive: tells a plan: it must have array<Change> changes");
    }

    /// A page with these records beside two sound events.
    private static Collection<Schema> page(String records) throws IOException {
        String idl = """
                @namespace("dev.caravan.schemas.dns")
                protocol Dns {
                  import idl "common.avdl";

                  @outcome("planned")
                  record Planned {
                    dev.caravan.schemas.common.EventContext context;
                    array<dev.caravan.schemas.common.Change> changes;
                  }

                  @outcome("done")
                  record Done { dev.caravan.schemas.common.EventContext context; }

                  %s
                }
                """.formatted(records);
        return new IdlReader()
                .parse(PAGES.toUri(), idl).getNamedSchemas().values().stream()
                        .filter(type -> "dev.caravan.schemas.dns".equals(type.getNamespace()))
                        .toList();
    }
}
