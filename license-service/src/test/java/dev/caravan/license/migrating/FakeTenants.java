package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Mailbox;
import dev.caravan.license.tenant.TenantMailboxes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two tenants in memory; which of them is meant says the call's connection.
public final class FakeTenants implements TenantMailboxes {

    private final Map<String, Map<String, Mailbox>> found = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Mailbox> made = new HashMap<>();

    FakeTenants source(String guid, String... addresses) {
        return with("source", guid, addresses);
    }

    FakeTenants destination(String guid, String... addresses) {
        return with("destination", guid, addresses);
    }

    /// A mailbox of the destination that was made for one of the source.
    FakeTenants pair(String guid, String... addresses) {
        made.put(guid, new Mailbox("pair-" + guid, guid, List.of(addresses)));
        return this;
    }

    @Override
    public Outcome<String> initialDomain(Call call) {
        return Outcome.done(side(call) + ".example");
    }

    @Override
    public Outcome<Map<String, Mailbox>> of(Collection<String> ids, Call call) {
        return Outcome.done(only(found.getOrDefault(side(call), Map.of()), ids));
    }

    FakeTenants size(String id, long bytes) {
        sizes.put(id, bytes);
        return this;
    }

    @Override
    public Outcome<Map<String, Long>> sizes(Collection<String> ids, Call call) {
        var some = new LinkedHashMap<>(sizes);
        some.keySet().retainAll(ids);
        return Outcome.done(some);
    }

    @Override
    public Outcome<Map<String, Mailbox>> at(Collection<String> addresses, Call call) {
        return of(addresses, call);
    }

    @Override
    public Outcome<Map<String, Mailbox>> madeFor(Collection<String> guids, Call call) {
        return Outcome.done(side(call).equals("destination") ? only(made, guids) : Map.of());
    }

    private FakeTenants with(String side, String guid, String... addresses) {
        var mailbox = new Mailbox(guid, guid, List.of(addresses));
        var all = found.computeIfAbsent(side, _ -> new LinkedHashMap<>());
        all.put(guid, mailbox);
        mailbox.primary().ifPresent(primary -> all.put(primary, mailbox));
        return this;
    }

    private static Map<String, Mailbox> only(Map<String, Mailbox> all, Collection<String> ids) {
        var some = new LinkedHashMap<>(all);
        some.keySet().retainAll(ids);
        return some;
    }

    private static String side(Call call) {
        return call.header().account().value();
    }
}
