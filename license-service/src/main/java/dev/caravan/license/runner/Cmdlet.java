package dev.caravan.license.runner;

import java.util.Collection;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One cmdlet of BitTitan's SDK. Its values may be secrets, so it shows no more than its name.
///
/// @param name such as `Get-MW_Mailbox`
/// @param parameters by the SDK's names
public record Cmdlet(String name, Ticket ticket, ObjectNode parameters) {

    /// The one that has no parameters yet.
    public static Cmdlet of(String name, Ticket ticket) {
        return new Cmdlet(name, ticket, JsonNodeFactory.instance.objectNode());
    }

    public Cmdlet with(String parameter, String value) {
        var all = parameters.deepCopy();
        return new Cmdlet(name, ticket, all.put(parameter, value));
    }

    public Cmdlet with(String parameter, boolean value) {
        var all = parameters.deepCopy();
        return new Cmdlet(name, ticket, all.put(parameter, value));
    }

    public Cmdlet with(String parameter, long value) {
        var all = parameters.deepCopy();
        return new Cmdlet(name, ticket, all.put(parameter, value));
    }

    /// Several values; in a filter any of them will do.
    public Cmdlet with(String parameter, Collection<String> values) {
        var all = parameters.deepCopy();
        var list = all.putArray(parameter);
        values.forEach(list::add);
        return new Cmdlet(name, ticket, all);
    }

    public Cmdlet with(String parameter, ObjectNode value) {
        var all = parameters.deepCopy();
        all.set(parameter, value);
        return new Cmdlet(name, ticket, all);
    }

    /// Names the object that a `Set-` cmdlet changes, which the runner reads again by its id.
    public Cmdlet on(String parameter, String id) {
        return with(parameter, JsonNodeFactory.instance.objectNode().put("Id", id));
    }

    /// Whether MigrationWiz runs it, and not MSPComplete.
    boolean isOfMigrationWiz() {
        return name.contains("-MW_");
    }

    @Override
    public String toString() {
        return name;
    }
}
