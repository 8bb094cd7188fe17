package dev.caravan.inventory.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.inventory.snapshot.FakeTenant;
import dev.caravan.inventory.snapshot.InventoryCommand;
import dev.caravan.inventory.snapshot.InventoryFact;
import dev.caravan.inventory.snapshot.InventoryHandlers;
import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.Dependency.Type;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.inventory.tenant.Kind;
import dev.caravan.inventory.tenant.MailboxSizes;
import dev.caravan.inventory.tenant.Tally;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.testing.VocabularyContract;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.inventory.InventoryObject;
import dev.caravan.schemas.inventory.ScanDependencies;
import dev.caravan.schemas.inventory.TenantCaptured;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryVocabularyTests implements VocabularyContract<InventoryCommand, InventoryFact> {

    private static final CapturedObject ADA = new CapturedObject(Kind.MAILBOXES, "ada", "{}");
    private static final CapturedObject SALES = new CapturedObject(Kind.UNIFIED_GROUPS, "sales", "{}");
    private static final Dependency USED = new Dependency(
            DomainName.parse("fabrikam.example"), Type.USER, "1", "Ada", List.of("smtp:ada@fabrikam.example"));

    private final InventoryVocabulary vocabulary = new InventoryVocabulary();

    @Override
    public Worker<InventoryCommand, InventoryFact> worker() {
        return new Worker<>(WorkerService.INVENTORY, vocabulary, new InventoryHandlers(new FakeTenant()));
    }

    @Override
    public List<InventoryFact> facts() {
        return List.of(
                captured(),
                new InventoryFact.DependenciesFound(List.of(USED)),
                new InventoryFact.DependenciesScanned(List.of(USED)),
                new InventoryFact.UseDisproved(2),
                new InventoryFact.ManagedProven(2),
                new InventoryFact.FreeProven(2),
                new InventoryFact.ReadinessProven(true, true));
    }

    @Test
    void an_object_of_a_snapshot_is_no_event() {
        // When
        var record = vocabulary.toEvent(VocabularyContract.header(), new InventoryFact.ObjectCaptured("step-1", ADA));
        // Then
        assertThat(record).isEqualTo(new InventoryObject("run", "step-1", "mailboxes", "ada", "{}"));
    }

    @Test
    void a_capture_says_how_much_of_what_there_is() {
        // When
        var event = (TenantCaptured) vocabulary.toEvent(VocabularyContract.header(), captured());
        // Then
        assertThat(event.getObjects()).isEqualTo(2);
        assertThat(event.getMailboxes()).isEqualTo(1);
        assertThat(event.getGroups()).isEqualTo(1);
        assertThat(event.getMailboxesOverFiftyGb()).isEqualTo(3);
        assertThat(event.getKinds()).extracting("kind").containsExactlyInAnyOrder("mailboxes", "unifiedGroups");
    }

    @Test
    void what_is_no_domain_is_refused() {
        // Given
        var scan = new ScanDependencies(VocabularyContract.context(), List.of(" "));
        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(scan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a domain name");
    }

    private static InventoryFact.TenantCaptured captured() {
        return new InventoryFact.TenantCaptured(
                "step-1", "tenant", Tally.NONE.with(List.of(ADA, SALES)), new MailboxSizes(5, 3));
    }
}
