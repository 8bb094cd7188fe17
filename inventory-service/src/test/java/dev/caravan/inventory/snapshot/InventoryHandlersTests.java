package dev.caravan.inventory.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.Dependency.Type;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.inventory.tenant.Kind;
import dev.caravan.inventory.tenant.MailboxSizes;
import dev.caravan.inventory.tenant.Mastery;
import dev.caravan.inventory.tenant.Protocols;
import dev.caravan.inventory.tenant.Tally;
import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.testing.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventoryHandlersTests {

    private static final String TOOL = "00000000-1111-2222-3333-444444444444";
    private static final DomainName FABRIKAM = DomainName.parse("fabrikam.example");
    private static final DomainName GROUP = DomainName.parse("fabrikam-group.example");
    private static final Dependency ADA =
            new Dependency(FABRIKAM, Type.USER, "1", "Ada", List.of("smtp:ada@fabrikam.example"));

    private final FakeTenant tenant = new FakeTenant();
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of("migrationToolId", TOOL));
    private final List<InventoryFact> told = new ArrayList<>();

    @Test
    void a_capture_tells_every_object_once_and_counts_them_all() {
        // Given
        tenant.mailboxes(450)
                .size("mailbox-0", "51 GB (54,760,833,024 bytes)")
                .size("mailbox-1", "1 KB (1,024 bytes)")
                .inPartsOf(30);
        // When
        var captured = captured();
        // Then
        var objects = told.stream()
                .map(InventoryFact.ObjectCaptured.class::cast)
                .map(InventoryFact.ObjectCaptured::object)
                .toList();
        assertThat(objects).containsExactlyInAnyOrderElementsOf(tenant.objects());
        assertThat(captured.tally()).isEqualTo(Tally.NONE.with(tenant.objects()));
        assertThat(captured.tally().of(Kind.MAILBOXES)).isEqualTo(450);
        assertThat(captured.sizes()).isEqualTo(new MailboxSizes(54_760_834_048L, 1));
    }

    @Test
    void a_part_that_is_read_again_goes_under_the_same_keys() {
        // Given
        tenant.mailboxes(450);
        var first = (Outcome.More<?>) ask(new InventoryCommand.CaptureTenant(), call.header());
        told.clear();
        // When
        ask(new InventoryCommand.CaptureTenant(), goingOn(first.cursor(), 2));
        var once = List.copyOf(told);
        told.clear();
        ask(new InventoryCommand.CaptureTenant(), goingOn(first.cursor(), 3));
        // Then
        assertThat(told).isEqualTo(once).isNotEmpty();
    }

    @Test
    void an_empty_tenant_is_captured_too() {
        // When
        var captured = captured();
        // Then
        assertThat(captured.tally()).isEqualTo(Tally.NONE);
        assertThat(captured.snapshotId()).isEqualTo("step-1");
    }

    @Test
    void a_scan_tells_all_that_refers_to_the_domains_in_parts() {
        // Given
        IntStream.range(0, 120)
                .forEach(number -> tenant.with(new Dependency(
                        FABRIKAM, Type.USER, "user-" + number, "U", List.of("u" + number + "@fabrikam.example"))));
        tenant.with(new Dependency(GROUP, Type.CONTACT, "c", "C", List.of("smtp:c@fabrikam-group.example")));
        // When
        var outcome = ask(new InventoryCommand.ScanDependencies(List.of(FABRIKAM, GROUP)), call.header());
        // Then
        assertThat(told.stream()
                        .map(InventoryFact.DependenciesFound.class::cast)
                        .mapToInt(part -> part.dependencies().size())
                        .toArray())
                .containsExactly(50, 50, 21);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Optional<?>) done.fact()).orElseThrow())
                                .isInstanceOfSatisfying(
                                        InventoryFact.DependenciesScanned.class,
                                        scanned -> assertThat(scanned.dependencies())
                                                .hasSize(121)));
    }

    @Test
    void a_domain_is_unused_only_when_nothing_refers_to_it() {
        // Given
        var prove = new InventoryCommand.ProveUnused(List.of(GROUP, FABRIKAM));
        // When
        var unused = ask(prove, call.header());
        tenant.with(ADA);
        var used = ask(prove, call.header());
        // Then
        assertThat(unused).isEqualTo(Outcome.done(Optional.of(new InventoryFact.UseDisproved(2))));
        assertThat(used)
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class,
                        notYet -> assertThat(notYet.reason()).contains("user Ada (1): smtp:ada@fabrikam.example"));
    }

    @Test
    void a_child_domain_is_in_the_way_unless_it_leaves_too() {
        // Given
        var child = DomainName.parse("field.fabrikam.example");
        tenant.with(new Dependency(
                FABRIKAM, Dependency.Type.CHILD_DOMAIN, child.text(), child.text(), List.of(child.text())));
        // When
        var forgotten = ask(new InventoryCommand.ProveUnused(List.of(FABRIKAM)), call.header());
        var named = ask(new InventoryCommand.ProveUnused(List.of(FABRIKAM, child)), call.header());
        // Then
        assertThat(forgotten)
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class,
                        notYet -> assertThat(notYet.reason()).contains("domain field.fabrikam.example"));
        assertThat(named).isEqualTo(Outcome.done(Optional.of(new InventoryFact.UseDisproved(2))));
    }

    @Test
    void a_tenant_decides_itself_when_nobody_else_does_and_nothing_is_left_out() {
        // Given
        var below = DomainName.parse("field.fabrikam.example");
        var other = new Mastery.Domain(DomainName.parse("other.example"), false);
        var managed = new Mastery.Domain(FABRIKAM, true);
        // When
        var own = decides(false, List.of(FABRIKAM), managed, other);
        var synchronizedOne = decides(true, List.of(FABRIKAM), managed);
        var federated = decides(false, List.of(FABRIKAM), new Mastery.Domain(FABRIKAM, false));
        var forgotten = decides(false, List.of(FABRIKAM), managed, new Mastery.Domain(below, true));
        var named = decides(false, List.of(FABRIKAM, below), managed, new Mastery.Domain(below, true));
        // Then
        assertThat(own).isEqualTo(Outcome.done(Optional.of(new InventoryFact.ManagedProven(1))));
        assertThat(named).isEqualTo(Outcome.done(Optional.of(new InventoryFact.ManagedProven(2))));
        assertThat(reason(synchronizedOne)).contains("synchronized");
        assertThat(reason(federated)).contains("fabrikam.example is federated");
        assertThat(reason(forgotten)).contains("field.fabrikam.example is below a domain that moves");
    }

    @Test
    void addresses_are_free_when_nobody_but_contacts_has_them() {
        // Given
        var prove = new InventoryCommand.ProveFree(List.of(GROUP, FABRIKAM));
        tenant.with(new Dependency(FABRIKAM, Type.CONTACT, "2", "Bo", List.of("SMTP:bo@fabrikam.example")));
        // When
        var free = ask(prove, call.header());
        tenant.with(new Dependency(FABRIKAM, Type.MAIL_USER, "3", "Cy", List.of("SMTP:cy@fabrikam.example")));
        var taken = ask(prove, call.header());
        // Then
        assertThat(free).isEqualTo(Outcome.done(Optional.of(new InventoryFact.FreeProven(2))));
        assertThat(reason(taken))
                .contains("1 recipients of the destination", "mailUser Cy (SMTP:cy@fabrikam.example)")
                .doesNotContain("Bo");
    }

    private Outcome<Optional<InventoryFact>> decides(
            boolean isSynchronized, List<DomainName> moving, Mastery.Domain... domains) {
        tenant.with(new Mastery(List.of(domains), isSynchronized));
        return ask(new InventoryCommand.ProveManaged(moving), call.header());
    }

    private static String reason(Outcome<Optional<InventoryFact>> outcome) {
        return outcome instanceof Outcome.NotYet<Optional<InventoryFact>> notYet ? notYet.reason() : "";
    }

    @Test
    void a_migration_tool_needs_ews_open_and_its_own_name_on_the_list() {
        // When
        var unsaid = ready(new Protocols(Optional.empty(), List.of(TOOL)));
        var closed = ready(new Protocols(Optional.of(false), List.of(TOOL)));
        var unnamed = ready(new Protocols(Optional.of(true), List.of("another")));
        var open = ready(new Protocols(Optional.of(true), List.of("another", TOOL)));
        // Then
        assertThat(List.of(unsaid, closed, unnamed))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Outcome.NotYet.class));
        assertThat(open).isEqualTo(Outcome.done(Optional.of(new InventoryFact.ReadinessProven(true, true))));
    }

    @Test
    void whose_readiness_must_be_said() {
        // Given
        var unsaid = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
        // When
        var outcome = new Procedure<InventoryFact>(unsaid, _ -> {}, told::addAll)
                .follow(new InventoryHandlers(tenant).of(new InventoryCommand.ProveReadiness()));
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("setting migrationToolId"));
    }

    private Outcome<Optional<InventoryFact>> ready(Protocols protocols) {
        tenant.with(protocols);
        return ask(new InventoryCommand.ProveReadiness(), call.header());
    }

    private InventoryFact.TenantCaptured captured() {
        var outcome = ask(new InventoryCommand.CaptureTenant(), call.header());
        for (var attempt = 2; outcome instanceof Outcome.More<?> more; attempt++) {
            outcome = ask(new InventoryCommand.CaptureTenant(), goingOn(more.cursor(), attempt));
        }
        return outcome instanceof Outcome.Done<Optional<InventoryFact>>(var fact)
                ? (InventoryFact.TenantCaptured) fact.orElseThrow()
                : failed(outcome);
    }

    private static InventoryFact.TenantCaptured failed(Outcome<?> outcome) {
        throw new AssertionError(outcome);
    }

    private Outcome<Optional<InventoryFact>> ask(InventoryCommand command, CommandHeader header) {
        return new Procedure<InventoryFact>(new OpenCall(header, call.connection()), _ -> {}, told::addAll)
                .follow(new InventoryHandlers(tenant).of(command));
    }

    private CommandHeader goingOn(String cursor, int attempt) {
        var first = call.header();
        return new CommandHeader(
                first.commandId(),
                first.runId(),
                first.stepId(),
                first.chunk(),
                attempt,
                first.customerId(),
                first.connectionId(),
                first.account(),
                first.issuedAt(),
                first.notAfter(),
                first.dryRun(),
                Optional.of(cursor),
                first.approvedChanges(),
                first.urgent());
    }
}
