package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A tenant as it is, the world that it belongs to, and whom the names in its rows mean.
public final class Place {

    private final String world;
    private final Tenant tenant;
    private final Meanings meanings;
    private volatile @Nullable Recipients recipients;

    private Place(String world, Tenant tenant, Meanings meanings, @Nullable Recipients recipients) {
        this.world = world;
        this.tenant = tenant;
        this.meanings = meanings;
        this.recipients = recipients;
    }

    /// A tenant as it was loaded.
    static Place loaded(String world, Tenant tenant) {
        Recipients recipients = Recipients.of(tenant);
        return new Place(world, tenant, Meanings.of(tenant, recipients), recipients);
    }

    Place with(Edit edit) {
        Tenant after = edit.in(tenant);
        boolean sameRecipients = !Recipients.KINDS.contains(edit.kind());
        return new Place(
                world,
                after,
                meanings.with(edit, () -> new Naming(after, Recipients.of(after))),
                sameRecipients ? recipients : null);
    }

    public String world() {
        return world;
    }

    public Tenant tenant() {
        return tenant;
    }

    /// Its recipients, indexed when they are first asked for.
    public Recipients recipients() {
        Recipients indexed = recipients;
        if (indexed == null) {
            indexed = Recipients.of(tenant);
            recipients = indexed;
        }
        return indexed;
    }

    /// The id of whom a name in a row means, whether he is still there or not.
    public Optional<String> idOf(Kind kind, JsonLine row, String property, String name) {
        return meanings.idOf(kind, row, property, RowNames.owner(kind, property, name));
    }

    /// The id of whom the one name of a property means.
    public Optional<String> idOf(Kind kind, JsonLine row, String property) {
        return row.text(property).flatMap(name -> idOf(kind, row, property, name));
    }

    /// The rows whose property means somebody.
    public Stream<JsonLine> rows(Kind kind, String property, String id) {
        return tenant.all(kind).stream()
                .filter(row ->
                        idOf(kind, row, property).filter(id::equalsIgnoreCase).isPresent());
    }

    List<Link> linksOf(Kind kind, JsonLine row) {
        return meanings.linksOf(kind, row);
    }

    /// The tenant with a file of whom names mean that do not say it themselves.
    Tenant written(Tenant loaded) {
        return tenant.with(Kind.REFERENCE_STATES, meanings.unseen(tenant, loaded, new Naming(tenant, recipients())));
    }
}
