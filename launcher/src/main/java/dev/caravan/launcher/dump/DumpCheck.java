package dev.caravan.launcher.dump;

import dev.caravan.launcher.runs.LedgerLine;
import dev.caravan.launcher.runs.Loss;
import dev.caravan.launcher.zone.RecordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Compares a dumped world with the loaded one, file by file and object by object: what differs has to be what the
/// ledger of the world's run says, and all that the ledger says has to be there.
public final class DumpCheck {

    private static final Set<String> LEDGERS_OF_SIMULATOR = Set.of("calls.jsonl", "messages.jsonl");
    /// What passes and licences come to, which nobody compares.
    private static final Set<String> LEFT_BEHIND = Set.of(
            "bittitan/copies.jsonl",
            "bittitan/endUsers.jsonl",
            "bittitan/errors.jsonl",
            "bittitan/passes.jsonl",
            "bittitan/subscriptions.jsonl");
    /// How full mailboxes are, which letters and copies change.
    private static final String STATISTICS = "/exchange/mailboxStatistics.jsonl";
    private static final String STATE = ".state.jsonl";
    private static final String PRODUCTS = "graph/subscribedSkus.jsonl";
    private static final String USERS = "graph/users.jsonl";
    private static final String RECORD_SET = "rrset";

    private final Path loaded;
    private final Path dumped;
    private final Accounts accounts;
    private final List<Kind> kinds;

    public DumpCheck(Path loaded, Path dumped, Accounts accounts) {
        this(loaded, dumped, accounts, Kind.ALL);
    }

    DumpCheck(Path loaded, Path dumped, Accounts accounts, List<Kind> kinds) {
        this.loaded = loaded;
        this.dumped = dumped;
        this.accounts = accounts;
        this.kinds = List.copyOf(kinds);
    }

    /// Everything that is not as it has to be; empty when all is well.
    ///
    /// @param ledger of the world's run; none = the world has to be as it was
    public List<String> problems(List<LedgerLine> ledger) throws IOException {
        var before = read(loaded);
        var after = read(dumped);
        var said = new LedgerReading(accounts, kinds, before, after).of(ledger);
        var problems = new ArrayList<>(said.problems());
        var names = union(before.keySet(), after.keySet());
        names.addAll(said.files());
        names.removeIf(DumpCheck::isLeftBehind);
        for (var name : names) {
            if (before.containsKey(name) && !after.containsKey(name)) {
                problems.add(name + " is missing in the dump");
            } else if (before.containsKey(name) || !isAddedBySimulator(name)) {
                problems.addAll(new FileCheck(
                                name,
                                before.getOrDefault(name, WorldFile.NONE),
                                after.getOrDefault(name, WorldFile.NONE),
                                said.of(name),
                                units(name, before, after))
                        .problems());
            }
        }
        return problems;
    }

    /// What is still changed after a back-out, and no loss of it was declared; what every back-out leaves is no loss.
    public static List<String> unreturned(List<LedgerLine> ledger, List<Loss> losses) {
        return ledger.stream()
                .filter(LedgerLine::applied)
                .filter(line -> Kind.ALL.stream().noneMatch(kind -> kind.leavesBehind(line.kind(), line.property())))
                .filter(line -> losses.stream().noneMatch(loss -> loss.isOf(line)))
                .map(line -> "%s of the %s %s, changed by %s, was not taken back, and no loss of it was declared"
                        .formatted(line.property(), line.kind(), line.id(), line.stepId()))
                .toList();
    }

    /// The RRsets that a ledger names, as `<name> <type>`.
    public static List<String> touched(List<LedgerLine> ledger) {
        return ledger.stream()
                .filter(line -> line.kind().equals(RECORD_SET) && RecordKey.isOne(line.id()))
                .map(line -> RecordKey.of(line.id()))
                .distinct()
                .sorted()
                .toList();
    }

    /// How many more users have a licence for each product in the dump, if that file holds products.
    private static Map<String, Integer> units(
            String name, SortedMap<String, WorldFile> before, SortedMap<String, WorldFile> after) {
        if (!name.endsWith(PRODUCTS)) {
            return Map.of();
        }
        var users = name.substring(0, name.length() - PRODUCTS.length()) + USERS;
        var units = new HashMap<String, Integer>();
        licences(after.getOrDefault(users, WorldFile.NONE)).forEach(sku -> units.merge(sku, 1, Integer::sum));
        licences(before.getOrDefault(users, WorldFile.NONE)).forEach(sku -> units.merge(sku, -1, Integer::sum));
        return units;
    }

    private static Stream<String> licences(WorldFile users) {
        return users.objects().values().stream()
                .flatMap(user -> Stream.ofNullable(user.get("assignedLicenses")))
                .flatMap(JsonNode::valueStream)
                .map(licence -> licence.path("skuId").asString(""));
    }

    private static boolean isLeftBehind(String file) {
        return LEFT_BEHIND.contains(file) || file.endsWith(STATISTICS);
    }

    private static boolean isAddedBySimulator(String name) {
        return name.endsWith(STATE) || LEDGERS_OF_SIMULATOR.contains(name);
    }

    private static SortedMap<String, WorldFile> read(Path folder) throws IOException {
        var read = new TreeMap<String, WorldFile>();
        for (var file : files(folder).entrySet()) {
            read.put(file.getKey(), WorldFile.read(file.getValue()));
        }
        return read;
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), file -> file, (a, _) -> a, TreeMap::new));
        }
    }

    static TreeSet<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
