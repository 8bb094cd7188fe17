package dev.caravan.orchestrator.messaging;

import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.inventory.InventoryObject;
import org.apache.avro.specific.SpecificRecord;

/// What the inventory holds, as its records say it.
public final class ObjectMessages {

    private ObjectMessages() {}

    /// The object itself, as JSON. Throws [UnreadableRecord] for any other record.
    public static String json(SpecificRecord record) {
        if (record instanceof InventoryObject object) {
            return object.getJson();
        }
        throw new UnreadableRecord(
                "no object of an inventory: " + record.getSchema().getFullName());
    }
}
