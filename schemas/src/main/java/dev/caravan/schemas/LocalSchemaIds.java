package dev.caravan.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/// Numbers schemas within one process: for tests of topologies and handlers that need bytes but no registry.
public final class LocalSchemaIds implements SchemaIds {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized Schema schemaOf(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnreadableRecord("no schema has the id " + id);
        }
        return schemas.get(id - 1);
    }
}
