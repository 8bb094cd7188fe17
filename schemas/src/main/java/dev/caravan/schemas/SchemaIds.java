package dev.caravan.schemas;

import org.apache.avro.Schema;

/// Which number a registry gave a schema: all that the wire format needs to know of a registry.
///
/// Both look-ups throw [RegistryUnavailable] while the registry cannot be asked (worth another try) and
/// [UnreadableRecord] when it answered that there is no such schema (a fault that stays).
public interface SchemaIds {

    /// The id of exactly that schema in the subject; never registers it.
    int idOf(String subject, Schema schema);

    /// The schema that a record with this id was written with.
    Schema schemaOf(int id);
}
