package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.inventory.reading.TenantReader.Part;
import dev.caravan.inventory.snapshot.InventoryCommand.CaptureTenant;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;

/// Reads a tenant part by part into a snapshot that never changes afterwards. A part that is read again after a crash
/// tells the same objects under the same keys.
final class CapturingTenant implements Asking<CaptureTenant, InventoryFact> {

    /// After so many objects the command answers, so that none of them runs for long.
    private static final int PART_OBJECTS_MIN = 200;

    private final TenantReader reader;

    CapturingTenant(TenantReader reader) {
        this.reader = reader;
    }

    @Override
    public Outcome<InventoryFact> ask(CaptureTenant command, Call call, Telling<InventoryFact> telling) {
        var header = call.header();
        var progress = header.cursor().map(CaptureProgress::of);
        return progress.filter(CaptureProgress::isComplete)
                .map(complete -> Outcome.done(captured(complete, call)))
                .orElseGet(() ->
                        goOn(progress.orElseGet(() -> CaptureProgress.begun(snapshotOf(header))), 0, call, telling));
    }

    private Outcome<InventoryFact> goOn(
            CaptureProgress before, int objectsBefore, Call call, Telling<InventoryFact> telling) {
        return reader.read(before.next(), call).then(part -> {
            tell(before.snapshotId(), part, telling);
            var progress = before.with(part);
            var objects = objectsBefore + part.objects().size();
            return objects < PART_OBJECTS_MIN && !progress.isComplete()
                    ? goOn(progress, objects, call, telling)
                    : new Outcome.More<>(progress.cursor(), objects);
        });
    }

    private static void tell(String snapshotId, Part part, Telling<InventoryFact> telling) {
        telling.tell(part.objects().stream()
                .<InventoryFact>map(object -> new InventoryFact.ObjectCaptured(snapshotId, object))
                .toList());
    }

    private static InventoryFact captured(CaptureProgress progress, Call call) {
        var tenant =
                call.connection().tenantId().orElse(call.connection().account().value());
        return new InventoryFact.TenantCaptured(progress.snapshotId(), tenant, progress.tally(), progress.sizes());
    }

    /// Of its own for each new capture, and without the separator of the objects' keys.
    private static String snapshotOf(CommandHeader header) {
        return header.stepId().value() + "-" + header.attempt();
    }
}
