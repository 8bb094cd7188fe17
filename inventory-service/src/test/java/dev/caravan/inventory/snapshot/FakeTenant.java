package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.inventory.tenant.Kind;
import dev.caravan.inventory.tenant.Mastery;
import dev.caravan.inventory.tenant.Protocols;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A tenant that comes in parts of one size.
public final class FakeTenant implements TenantReader {

    private final List<CapturedObject> objects = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private Protocols protocols = new Protocols(Optional.empty(), List.of());
    private Mastery mastery = new Mastery(List.of(), false);
    private int partSize = 100;

    FakeTenant mailboxes(int count) {
        IntStream.range(0, count)
                .mapToObj(number -> new CapturedObject(Kind.MAILBOXES, "mailbox-" + number, "{}"))
                .forEach(objects::add);
        return this;
    }

    FakeTenant size(String mailbox, String written) {
        objects.add(new CapturedObject(Kind.MAILBOX_STATISTICS, mailbox, "{\"TotalItemSize\":\"" + written + "\"}"));
        return this;
    }

    FakeTenant inPartsOf(int size) {
        partSize = size;
        return this;
    }

    FakeTenant with(Dependency dependency) {
        dependencies.add(dependency);
        return this;
    }

    FakeTenant with(Protocols open) {
        protocols = open;
        return this;
    }

    FakeTenant with(Mastery decides) {
        mastery = decides;
        return this;
    }

    List<CapturedObject> objects() {
        return objects;
    }

    @Override
    public Outcome<Part> read(Optional<Bookmark> from, Call call) {
        var begin = from.map(bookmark -> Integer.parseInt(bookmark.text())).orElse(0);
        var end = Math.min(objects.size(), begin + partSize);
        return Outcome.done(new Part(
                objects.subList(begin, end),
                end < objects.size() ? Optional.of(new Bookmark(Integer.toString(end))) : Optional.empty()));
    }

    @Override
    public Outcome<List<Dependency>> referringTo(DomainName domain, Call call) {
        return Outcome.done(dependencies.stream()
                .filter(dependency -> dependency.domain().equals(domain))
                .toList());
    }

    @Override
    public Outcome<List<Dependency>> addressedIn(DomainName domain, Call call) {
        return referringTo(domain, call);
    }

    @Override
    public Outcome<Mastery> mastery(Call call) {
        return Outcome.done(mastery);
    }

    @Override
    public Outcome<Protocols> protocols(Call call) {
        return Outcome.done(protocols);
    }
}
