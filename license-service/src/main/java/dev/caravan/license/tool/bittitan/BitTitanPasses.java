package dev.caravan.license.tool.bittitan;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Item;
import dev.caravan.license.pass.Pass;
import dev.caravan.license.pass.PassKind;
import dev.caravan.license.pass.PassOrder;
import dev.caravan.license.pass.PassStatus;
import dev.caravan.license.pass.Volume;
import dev.caravan.license.project.Project;
import dev.caravan.license.runner.Cmdlet;
import dev.caravan.license.runner.Ticket;
import dev.caravan.license.tool.Passes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What MigrationWiz calls mailbox migrations.
final class BitTitanPasses implements Passes {

    private static final String ITEM = "MailboxId";
    private static final String START = "ItemStartDate";
    private static final String STATUS = "Status";

    private final Sdk sdk;

    BitTitanPasses(Sdk sdk) {
        this.sdk = sdk;
    }

    @Override
    public Outcome<List<Pass>> of(Collection<Item> items, Call call) {
        return sdk.all(Cmdlet.of("Get-MW_MailboxMigration", Ticket.MIGRATION_WIZ), ITEM, ids(items), call)
                .then(found -> InTurn.each(found, BitTitanPasses::pass));
    }

    @Override
    public Outcome<Map<String, Integer>> errors(Collection<Item> items, Call call) {
        var reading = Cmdlet.of("Get-MW_MailboxError", Ticket.MIGRATION_WIZ).with("Severity", "Error");
        return sdk.all(reading, ITEM, ids(items), call).map(found -> {
            var counts = new HashMap<String, Integer>();
            found.forEach(error -> counts.merge(Sdk.text(error, ITEM), 1, Integer::sum));
            return counts;
        });
    }

    @Override
    public Outcome<Volume> volume(Item item, Call call) {
        var reading = Cmdlet.of("Get-MW_MailboxStat", Ticket.MIGRATION_WIZ).with(ITEM, item.id());
        return sdk.run(reading, call).map(BitTitanPasses::volume);
    }

    @Override
    public Outcome<String> submit(Project project, Item item, PassOrder order, Call call) {
        var submitting = Cmdlet.of("Add-MW_MailboxMigration", Ticket.MIGRATION_WIZ)
                .with("ConnectorId", project.id())
                .with(ITEM, item.id())
                .with("Type", order.kind().type())
                .with(STATUS, PassStatus.SUBMITTED.toString())
                .with("Priority", 1)
                .with(START, order.mark().toString());
        var types = itemTypes(order.kind());
        var typed = types.isPresent() ? submitting.with("ItemTypes", types.get()) : submitting;
        var ended = order.itemEnd();
        return sdk.act(ended.isPresent() ? typed.with("ItemEndDate", ended.get().toString()) : typed, call);
    }

    @Override
    public Outcome<String> stop(Pass pass, Call call) {
        return sdk.act(
                Cmdlet.of("Set-MW_MailboxMigration", Ticket.MIGRATION_WIZ)
                        .on("mailboxmigration", pass.id())
                        .with(STATUS, PassStatus.STOPPING.toString()),
                call);
    }

    /// All of them where none is named.
    private static Optional<String> itemTypes(PassKind kind) {
        return switch (kind) {
            case VERIFY -> Optional.of("None");
            case PRE_STAGE -> Optional.of("Mail");
            case FULL, RETRY -> Optional.empty();
        };
    }

    private static List<String> ids(Collection<Item> items) {
        return items.stream().map(Item::id).toList();
    }

    private static Outcome<Pass> pass(JsonNode object) {
        try {
            var status = PassStatus.called(Sdk.text(object, STATUS));
            var created = instant(object, "CreateDate");
            return status.isPresent() && created.isPresent()
                    ? Outcome.done(new Pass(
                            Sdk.text(object, "Id"),
                            Sdk.text(object, ITEM),
                            Sdk.text(object, "Type"),
                            status.get(),
                            instant(object, START).orElse(Instant.MIN),
                            created.get(),
                            instant(object, "CompleteDate"),
                            Sdk.text(object, "FailureMessage")))
                    : unreadable(object);
        } catch (DateTimeException _) {
            return unreadable(object);
        }
    }

    private static Outcome<Pass> unreadable(JsonNode object) {
        return Outcome.failedForGood(
                "unreadable-answer",
                "the pass %s is \"%s\" since \"%s\", which nobody knows"
                        .formatted(Sdk.text(object, "Id"), Sdk.text(object, STATUS), Sdk.text(object, "CreateDate")));
    }

    private static Optional<Instant> instant(JsonNode object, String property) {
        return object.path(property)
                .stringValueOpt()
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }

    /// What has arrived counts: of everything that was read, some may have been written twice.
    private static Volume volume(List<JsonNode> statistics) {
        var bytes = 0L;
        var errors = 0;
        var millis = 0L;
        for (var object : statistics) {
            millis += object.path("ImportDuration").asLong(0);
            for (var info : object.path("MigrationStatsInfos")) {
                if (Sdk.text(info, "TaskType").equals("Import")) {
                    var stats = info.path("MigrationStats");
                    bytes += stats.path("SuccessSize").asLong(0)
                            + stats.path("SuccessSizeTotal").asLong(0);
                    errors += stats.path("ErrorCount").asInt(0)
                            + stats.path("ErrorCountTotal").asInt(0);
                }
            }
        }
        return new Volume(bytes, errors, Duration.ofMillis(millis));
    }
}
