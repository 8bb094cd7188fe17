package dev.caravan.license.tool.bittitan;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.project.Customer;
import dev.caravan.license.runner.BitTitan;
import dev.caravan.license.runner.Cmdlet;
import dev.caravan.license.runner.Ticket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// What all parts of the SDK have in common.
final class Sdk {

    /// No object.
    static final String NIL = "00000000-0000-0000-0000-000000000000";

    /// How many values a filter has at most.
    private static final int FILTER_MAX = 100;

    private final BitTitan bittitan;
    private final Map<String, Workgroup> workgroups = new ConcurrentHashMap<>();

    Sdk(BitTitan bittitan) {
        this.bittitan = bittitan;
    }

    /// Whose licences are used up.
    record Workgroup(String id, String organizationId) {

        Ticket ticket() {
            return Ticket.ofWorkgroup(id);
        }
    }

    /// The one that the connection's account names. It stays what it is, and is asked for once.
    Outcome<Workgroup> workgroup(Call call) {
        var connection = call.connection();
        var key = connection.account() + "\n" + connection.credentialRef();
        var known = workgroups.get(key);
        if (known != null) {
            return Outcome.done(known);
        }
        var name = connection.account().value();
        var asking =
                Cmdlet.of("Get-BT_Workgroup", Ticket.ACCOUNT).with("Name", name).with("IsDeleted", false);
        return run(asking, call)
                .then(found -> only(
                        found.stream()
                                .filter(workgroup -> text(workgroup, "Name").equals(name))
                                .toList(),
                        "workgroup \"" + name + "\""))
                .then(found -> found.<Outcome<Workgroup>>map(workgroup -> Outcome.done(
                                new Workgroup(text(workgroup, "Id"), text(workgroup, "WorkgroupOrganizationId"))))
                        .orElseGet(() -> Outcome.refused(
                                "unknown-workgroup", "the BitTitan account has no workgroup \"" + name + "\"")))
                .map(workgroup -> {
                    workgroups.put(key, workgroup);
                    return workgroup;
                });
    }

    Outcome<List<JsonNode>> run(Cmdlet cmdlet, Call call) {
        return bittitan.run(cmdlet, call);
    }

    /// All that a filter with any number of values finds.
    Outcome<List<JsonNode>> all(Cmdlet reading, String filter, Collection<String> values, Call call) {
        var all = List.copyOf(values);
        var parts = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += FILTER_MAX) {
            parts.add(all.subList(from, Math.min(all.size(), from + FILTER_MAX)));
        }
        return InTurn.flat(parts, part -> run(reading.with(filter, part).with("RetrieveAll", true), call));
    }

    /// The object that a cmdlet has made.
    Outcome<JsonNode> make(Cmdlet cmdlet, Call call) {
        return run(cmdlet, call)
                .then(made -> made.size() == 1
                        ? Outcome.done(made.getFirst())
                        : Outcome.failedForNow(
                                "unreadable-answer", "%s answers %d objects".formatted(cmdlet, made.size())));
    }

    /// @return what was done, in a word
    Outcome<String> act(Cmdlet cmdlet, Call call) {
        return run(cmdlet, call).map(_ -> cmdlet.name());
    }

    static Cmdlet ofCustomer(String name, Customer customer) {
        return Cmdlet.of(name, Ticket.ofCustomer(customer.organizationId()));
    }

    /// BitTitan lets several objects have one name; then nobody can say which is meant.
    static Outcome<Optional<JsonNode>> only(List<JsonNode> found, String what) {
        return found.size() > 1
                ? Outcome.failedForGood("ambiguous", "there are %d of the %s".formatted(found.size(), what))
                : Outcome.done(found.stream().findFirst());
    }

    static String text(JsonNode object, String property) {
        return object.path(property).asString("");
    }

    /// An id that points to an object; empty for one that points nowhere.
    static String link(JsonNode object, String property) {
        var id = text(object, property);
        return id.equals(NIL) ? "" : id;
    }
}
