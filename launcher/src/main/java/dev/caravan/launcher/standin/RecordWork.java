package dev.caravan.launcher.standin;

import dev.caravan.launcher.runs.ChangeByHand;
import dev.caravan.launcher.runs.TaskAct;
import dev.caravan.launcher.simulation.Portal;
import dev.caravan.launcher.web.Web;
import dev.caravan.launcher.zone.RecordKey;
import dev.caravan.launcher.zone.RecordSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at records and changes them as a person does: in the portal of the DNS host, and by asking name servers.
final class RecordWork {

    private static final String KIND = "rrset";

    private final Customers customers;
    /// What was there before each change, by task and act; noted first, because the answer to a change may be lost.
    private final Map<String, Optional<RecordSet>> found = new HashMap<>();

    RecordWork(Customers customers) {
        this.customers = customers;
    }

    Finding readZone(TaskAct act, String preferred) throws IOException {
        var desk = customers.desk(act.id() + ".", preferred);
        if (desk.isEmpty()) {
            return new Finding.Stuck("no portal here shows a zone that holds " + act.id());
        }
        try {
            var shown = desk.get().portal().zone(desk.get().zone());
            return new Finding.Seen(
                    "%s sees the zone %s in the portal: serial %s, %d record sets"
                            .formatted(
                                    desk.get().person().name(),
                                    desk.get().zone(),
                                    shown.serial(),
                                    shown.recordSets().size()),
                    List.of());
        } catch (Web.Refusal refused) {
            return new Finding.Stuck(String.valueOf(refused.getMessage()));
        }
    }

    Finding lookUp(TaskAct act) throws IOException {
        var desk = desk(act, "");
        if (desk.isEmpty()) {
            return nobody(act);
        }
        try {
            var key = RecordKey.of(act.id());
            var wanted = RecordSet.canonical(key, act.newValues());
            var shown = desk.get().portal().zone(desk.get().zone());
            return atEveryServer(
                    key,
                    shown,
                    served -> served.map(RecordSet::values)
                            .orElse(new TreeSet<>())
                            .containsAll(wanted),
                    List.of());
        } catch (Web.Refusal refused) {
            return new Finding.Stuck(String.valueOf(refused.getMessage()));
        }
    }

    /// Changes the record set, once.
    Finding make(TaskAct act, String preferred, String task) throws IOException {
        var desk = desk(act, preferred);
        if (desk.isEmpty()) {
            return nobody(act);
        }
        try {
            return make(act, desk.get(), task + "/" + act);
        } catch (Web.Refusal refused) {
            return new Finding.Stuck(String.valueOf(refused.getMessage()));
        }
    }

    private Finding make(TaskAct act, Customers.Desk desk, String made) throws IOException {
        var key = RecordKey.of(act.id());
        var old = RecordSet.canonical(key, act.oldValues());
        var wanted = RecordSet.canonical(key, act.newValues());
        var before = desk.portal().zone(desk.zone()).recordSets().get(key);
        var objection = objection(act, key, before, old, wanted);
        if (objection.isPresent()) {
            return new Finding.Stuck(objection.get());
        }
        var after = after(before, old, wanted, act.ttlSeconds());
        found.putIfAbsent(made, Optional.ofNullable(before));
        write(desk, key, before, after);
        return new Finding.Seen(
                "%s in the portal: %s was %s and is %s"
                        .formatted(
                                desk.person().name(),
                                key,
                                words(Optional.ofNullable(before)),
                                words(Optional.ofNullable(after))),
                List.of());
    }

    /// Looks whether every server shows the record set that was changed as the portal does.
    Finding made(TaskAct act, String preferred, String task) throws IOException {
        var desk = desk(act, preferred);
        if (desk.isEmpty()) {
            return nobody(act);
        }
        try {
            var key = RecordKey.of(act.id());
            var shown = desk.get().portal().zone(desk.get().zone());
            var now = Optional.ofNullable(shown.recordSets().get(key));
            var before = found.getOrDefault(task + "/" + act, now);
            return atEveryServer(key, shown, now::equals, changes(act.id(), before, now));
        } catch (Web.Refusal refused) {
            return new Finding.Stuck(String.valueOf(refused.getMessage()));
        }
    }

    /// Why the record set is not one that this act can change.
    private static Optional<String> objection(
            TaskAct act, String key, @Nullable RecordSet before, SortedSet<String> old, SortedSet<String> wanted) {
        var present = before == null ? new TreeSet<String>() : before.values();
        var isDone = present.containsAll(wanted) && old.stream().noneMatch(present::contains);
        if (!isDone && !present.containsAll(old)) {
            return Optional.of("the portal shows %s as %s, and the task speaks of %s"
                    .formatted(key, words(Optional.ofNullable(before)), String.join(", ", old)));
        }
        return before == null && !wanted.isEmpty() && act.ttlSeconds() == null
                ? Optional.of(key + " is not there yet, and the task says no TTL for it")
                : Optional.empty();
    }

    private static @Nullable RecordSet after(
            @Nullable RecordSet before, SortedSet<String> old, SortedSet<String> wanted, @Nullable Long ttl) {
        var values = new TreeSet<>(before == null ? new TreeSet<String>() : before.values());
        values.removeAll(old);
        values.addAll(wanted);
        var seconds = before == null ? Objects.requireNonNullElse(ttl, 0L) : before.ttlSeconds();
        return values.isEmpty() ? null : new RecordSet(seconds, values);
    }

    private static void write(Customers.Desk desk, String key, @Nullable RecordSet before, @Nullable RecordSet after)
            throws IOException {
        if (Objects.equals(before, after)) {
            return;
        }
        if (after == null) {
            desk.portal().delete(desk.zone(), key);
        } else {
            desk.portal().put(desk.zone(), key, after);
        }
    }

    private static List<ChangeByHand> changes(String id, Optional<RecordSet> before, Optional<RecordSet> after) {
        var changes = new ArrayList<ChangeByHand>();
        change(id, "values", values(before), values(after)).ifPresent(changes::add);
        change(id, "ttl", ttl(before), ttl(after)).ifPresent(changes::add);
        return changes;
    }

    private static Optional<ChangeByHand> change(String id, String property, List<String> before, List<String> after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new ChangeByHand(KIND, id, property, before, after));
    }

    private static List<String> values(Optional<RecordSet> recordSet) {
        return recordSet.map(set -> List.copyOf(set.values())).orElse(List.of());
    }

    private static List<String> ttl(Optional<RecordSet> recordSet) {
        return recordSet.map(set -> List.of(Long.toString(set.ttlSeconds()))).orElse(List.of());
    }

    private interface Fitting {
        boolean is(Optional<RecordSet> served);
    }

    private Finding atEveryServer(String key, Portal.Shown shown, Fitting fitting, List<ChangeByHand> changes) {
        var answers = new TreeMap<String, Optional<RecordSet>>();
        for (var server : shown.nameServers()) {
            if (!customers.servers().knows(server)) {
                return new Finding.Stuck(
                        "the zone " + shown.zone() + " names the server " + server + ", which nobody runs");
            }
            try {
                var served = customers.servers().ask(server, key);
                if (!fitting.is(served)) {
                    return new Finding.NotYet("%s answers %s with %s".formatted(server, key, words(served)));
                }
                answers.put(server, served);
            } catch (IOException silent) {
                return new Finding.NotYet("%s does not answer for %s: %s".formatted(server, key, silent.getMessage()));
            }
        }
        return new Finding.Seen(
                key + ": " + seen(Optional.ofNullable(shown.recordSets().get(key)), answers), changes);
    }

    private static String seen(Optional<RecordSet> portal, Map<String, Optional<RecordSet>> answers) {
        return answers.values().stream().allMatch(portal::equals)
                ? "the portal, %s show %s".formatted(String.join(", ", answers.keySet()), words(portal))
                : "the portal shows %s; %s"
                        .formatted(
                                words(portal),
                                answers.entrySet().stream()
                                        .map(answer -> answer.getKey() + " shows " + words(answer.getValue()))
                                        .collect(Collectors.joining("; ")));
    }

    private Optional<Customers.Desk> desk(TaskAct act, String preferred) {
        return RecordKey.isOne(act.id()) ? customers.desk(RecordKey.name(act.id()), preferred) : Optional.empty();
    }

    private static Finding.Stuck nobody(TaskAct act) {
        return new Finding.Stuck("no portal here holds " + act.id());
    }

    private static String words(Optional<RecordSet> recordSet) {
        return recordSet.map(set -> "(" + set + ")").orElse("nothing");
    }
}
