package dev.caravan.orchestrator.runbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Runbooks that nobody would write but the linter accepts, with every feature of the language; the same seed gives
/// the same runbook.
public final class RandomRunbooks {

    private static final RoleName DNS = RoleName.parse("dns");
    private static final int CHUNK_BY_DEFAULT = 50;
    private static final int WINDOW_BY_DEFAULT = 4;
    private static final List<String> KINDS = List.of("command", "command", "command", "check", "task", "gate", "wait");

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final List<DecisionSpec> decisions = new ArrayList<>();
    private final Map<StepId, Set<StepId>> precedents = new LinkedHashMap<>();
    private final Map<DecisionName, StepId> deciders = new LinkedHashMap<>();
    private final Set<DecisionName> asked = new LinkedHashSet<>();
    private int hoursFromT0 = -24 * 14;

    private RandomRunbooks(Random random) {
        this.random = random;
    }

    /// A runbook of 1 to 30 steps.
    public static Runbook of(long seed) {
        var random = new Random(seed);
        return new RandomRunbooks(random).runbook(seed, 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 8));
    }

    /// A runbook of so many steps.
    public static Runbook of(long seed, int steps) {
        return new RandomRunbooks(new Random(seed)).runbook(seed, steps);
    }

    private Runbook runbook(long seed, int size) {
        for (var number = 0; number < random.nextInt(4); number++) {
            decisions.add(decision(number));
        }
        var phases = new ArrayList<Phase>();
        for (var number = 0; number < size; number++) {
            if (phases.isEmpty() || random.nextInt(5) == 0) {
                phases.add(new Phase(
                        PhaseId.parse("phase-" + phases.size()), "Phase " + phases.size(), phases.size() % 2 == 1));
            }
            add(number, phases.getLast().id());
        }
        steps.replaceAll(this::withGateAttributes);
        swapNeighbours();
        return new Runbook(RunbookName.parse("random-" + Math.abs(seed)), "Random " + seed, decisions, phases, steps);
    }

    private DecisionSpec decision(int number) {
        var name = DecisionName.parse("choice" + number);
        var type = pick(List.of(DecisionSpec.Type.values()));
        var options = type == DecisionSpec.Type.CHOICE ? List.of("red", "green", "true") : List.<String>of();
        return new DecisionSpec(name, "Which " + number + "?", type, options, sometimes(2, "true"));
    }

    private void add(int number, PhaseId phase) {
        var id = StepId.parse("step-" + number);
        var needs = needs();
        var before = new LinkedHashSet<StepId>(needs);
        needs.forEach(need -> before.addAll(precedents.getOrDefault(need, Set.of())));
        precedents.put(id, before);
        var work = work(id, before);
        var at = moment();
        var by = random.nextInt(8) == 0
                ? Optional.of(hours(hoursFromT0 + 1 + random.nextInt(48)))
                : Optional.<Moment>empty();
        steps.add(new Step(
                id,
                phase,
                "Step " + number,
                guide(),
                needs,
                when(before),
                at,
                ahead(number, at),
                by,
                backOut(work, before),
                work));
    }

    /// By the number of the step, so that it takes nothing from chance.
    private static Optional<Ahead> ahead(int number, Optional<Moment> at) {
        return at.filter(_ -> number % 3 == 0)
                .map(moment -> new Ahead(moment, new Expression("size(domains) * %d".formatted(number * 3_600))));
    }

    private Set<StepId> needs() {
        if (steps.isEmpty() || random.nextInt(8) == 0) {
            return Set.of();
        }
        if (random.nextBoolean()) {
            return Set.of(steps.getLast().id());
        }
        var needs = new LinkedHashSet<StepId>();
        for (var count = 0; count <= random.nextInt(3); count++) {
            needs.add(pick(steps).id());
        }
        return needs;
    }

    private Optional<Moment> moment() {
        if (random.nextInt(4) > 0) {
            return Optional.empty();
        }
        hoursFromT0 += random.nextInt(72);
        return Optional.of(hours(hoursFromT0));
    }

    private Moment hours(int hours) {
        return random.nextBoolean()
                ? new Moment(hours / 24, Duration.ofHours(hours % 24))
                : new Moment(0, Duration.ofHours(hours));
    }

    private List<String> guide() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(String.valueOf(1 + random.nextInt(115)));
            case 1 -> List.of("M1." + random.nextInt(9), String.valueOf(1 + random.nextInt(115)));
            default -> List.of();
        };
    }

    private Work work(StepId id, Set<StepId> before) {
        return switch (pick(KINDS)) {
            case "command" -> command(before);
            case "check" -> check();
            case "task" ->
                new Work.Task(
                        pick(List.of(Assignee.values())),
                        "Do it for ${domains} before ${t0}",
                        acts(),
                        random.nextBoolean() ? Optional.of("Ticket number") : Optional.empty());
            case "gate" -> gate(id);
            default -> new Work.Wait(waitFor(before));
        };
    }

    /// By the number of the step, so that tasks take nothing from chance.
    private Acts acts() {
        var publish = new Act.ChangeRecord(
                "_caravan.${domain} TXT",
                List.of(),
                List.of("\"step " + steps.size() + "\""),
                Optional.of(Duration.ofMinutes(5)));
        return switch (steps.size() % 4) {
            case 0 -> Acts.NONE;
            case 1 -> new Acts(List.of(new Act.Attest("${domains} move"), new Act.ReadZone("${domain}")));
            case 2 -> new Acts(List.of(publish, new Act.LookUp("${domain} MX", List.of())));
            default ->
                new Acts(List.of(
                        publish,
                        new Act.ChangeRecord("${domain} MX", List.of("10 a."), List.of("10 b."), Optional.empty()),
                        new Act.ChangeRecord("${domain} A", List.of("192.0.2.1"), List.of(), Optional.empty())));
        };
    }

    private BackOut byHand(Work.Task task) {
        return steps.size() % 8 == 2
                ? new BackOut.NothingToUndo()
                : new BackOut.ByHand(
                        task.assignee(),
                        "Take it back for ${domains}",
                        new Acts(List.of(new Act.ReadZone("${domain}"))),
                        task.evidence(),
                        List.of("106"));
    }

    private Work.Command command(Set<StepId> before) {
        var changers = changers(before);
        var over = random.nextInt(4);
        if (over == 0 && !changers.isEmpty()) {
            return command("test.Revise", Map.of(), Optional.of(new Over.ChangesOf(pick(changers))));
        }
        return switch (over) {
            case 0, 1 -> command("test.Touch", Map.of("times", 1L + random.nextInt(5)), Optional.empty());
            case 2 -> command("test.ChangeDomains", Map.of("label", "it's"), over("domains"));
            default -> command("test.ChangeMailboxes", Map.of("force", random.nextBoolean()), over("mailboxes"));
        };
    }

    private Work.Command command(String name, Map<String, ?> with, Optional<Over> over) {
        var chunk = chunk(over);
        var window = over.isPresent() ? 1 + random.nextInt(8) : WINDOW_BY_DEFAULT;
        return new Work.Command(
                CommandName.parse(name), Map.copyOf(with), over, chunk, window, role(), retry(), timeout());
    }

    private Work.Check check() {
        Optional<Over> over = random.nextBoolean() ? over("domains") : Optional.empty();
        return new Work.Check(
                CommandName.parse(over.isPresent() ? "test.ProveDomains" : "test.Prove"),
                Map.of(),
                over,
                chunk(over),
                role(),
                interval(),
                Duration.ofHours(1 + random.nextInt(48)),
                retry());
    }

    private int chunk(Optional<Over> over) {
        return over.isPresent() ? 1 + random.nextInt(50) : CHUNK_BY_DEFAULT;
    }

    private Work.Gate gate(StepId id) {
        for (var decision : decisions) {
            if (random.nextInt(3) == 0 && !asked.contains(decision.name())) {
                deciders.putIfAbsent(decision.name(), id);
            }
        }
        return new Work.Gate(
                "Go on?", 1 + random.nextInt(2), List.of(), random.nextInt(4) == 0, Optional.empty(), List.of());
    }

    private WaitFor waitFor(Set<StepId> before) {
        var changers = changers(before);
        return switch (random.nextInt(3)) {
            case 0 -> {
                hoursFromT0 += random.nextInt(24);
                yield new WaitFor.Until(hours(hoursFromT0));
            }
            case 1 -> new WaitFor.Elapsed(Duration.ofMinutes(1 + random.nextInt(600)));
            default ->
                new WaitFor.Seconds(new Expression(
                        changers.isEmpty() ? "60 * 5" : guarded(pick(changers), "facts[\"%1$s\"].secondsMax", "0")));
        };
    }

    private Optional<Condition> when(Set<StepId> before) {
        if (random.nextInt(5) > 0) {
            return Optional.empty();
        }
        var changers = changers(before);
        if (!changers.isEmpty() && random.nextBoolean()) {
            return Optional.of(new Condition(guarded(pick(changers), "facts[\"%1$s\"].applied > 1", "false")));
        }
        var usable = decisions.stream()
                .filter(decision ->
                        !deciders.containsKey(decision.name()) || before.contains(deciders.get(decision.name())))
                .filter(decision -> deciders.containsKey(decision.name())
                        || decision.byDefault().isPresent())
                .toList();
        if (usable.isEmpty()) {
            return Optional.of(new Condition("size(domains) > 0"));
        }
        var decision = pick(usable).name();
        asked.add(decision);
        return Optional.of(new Condition("decisions.%s == 'true'".formatted(decision)));
    }

    private static String guarded(StepId step, String expression, String otherwise) {
        return ("\"%1$s\" in facts ? " + expression + " : " + otherwise).formatted(step);
    }

    private BackOut backOut(Work work, Set<StepId> before) {
        var approved = steps.stream()
                .filter(step -> before.contains(step.id()))
                .anyMatch(step -> step.work() instanceof Work.Gate gate && gate.approvals() == 2);
        if (work instanceof Work.Task task && task.acts().changes().findAny().isPresent()) {
            return byHand(task);
        }
        if (!(work instanceof Work.Command command)) {
            return new BackOut.NothingToUndo();
        }
        if (approved && random.nextInt(6) == 0) {
            return new BackOut.Irreversible("It is gone");
        }
        return command.over().isPresent() && random.nextInt(4) > 0
                ? new BackOut.Undo(CommandName.parse("test.Revise"), guide(), role(), when(before))
                : new BackOut.NothingToUndo();
    }

    /// Fills in what a gate can know only when all later steps are there.
    private Step withGateAttributes(Step step) {
        if (!(step.work() instanceof Work.Gate gate)) {
            return step;
        }
        var preview = steps.stream()
                .filter(later -> precedents.getOrDefault(later.id(), Set.of()).contains(step.id()))
                .filter(later -> later.work() instanceof Work.Command command && changes(command) && given(command))
                .filter(_ -> random.nextInt(3) == 0)
                .map(Step::id)
                .toList();
        var decides = deciders.keySet().stream()
                .filter(decision -> step.id().equals(deciders.get(decision)))
                .toList();
        var although =
                gate.confirmsT0() ? Optional.of(new Condition("size(domains) > 0")) : Optional.<Condition>empty();
        var work = new Work.Gate(gate.question(), gate.approvals(), preview, gate.confirmsT0(), although, decides);
        return new Step(
                step.id(),
                step.phase(),
                step.title(),
                step.guide(),
                step.needs(),
                step.when(),
                step.at(),
                step.ahead(),
                step.by(),
                step.backOut(),
                work);
    }

    /// A file may name a step before those that it needs.
    private void swapNeighbours() {
        for (var index = 1; index < steps.size(); index++) {
            if (random.nextInt(10) == 0
                    && steps.get(index).phase().equals(steps.get(index - 1).phase())) {
                Collections.swap(steps, index, index - 1);
            }
        }
    }

    private List<StepId> changers(Set<StepId> before) {
        return steps.stream()
                .filter(step -> before.contains(step.id()))
                .filter(step -> step.work() instanceof Work.Command command && changes(command))
                .map(Step::id)
                .toList();
    }

    private static boolean changes(Work.Command command) {
        return !command.command().text().equals("test.Touch");
    }

    private static boolean given(Work.Command command) {
        return !(command.over().orElse(null) instanceof Over.ChangesOf);
    }

    private Optional<Over> over(String kind) {
        return Optional.of(new Over.Objects(ObjectKind.parse(kind)));
    }

    private RoleName role() {
        return random.nextInt(3) == 0 ? RoleName.parse("source") : DNS;
    }

    private Retry retry() {
        return new Retry(1 + random.nextInt(5), interval());
    }

    private Interval interval() {
        var first = Duration.ofSeconds(1 + random.nextInt(60));
        return new Interval(first, 1 + random.nextInt(4) / 2.0, first.multipliedBy(1 + random.nextInt(30)));
    }

    private Duration timeout() {
        return Duration.ofMinutes(1 + random.nextInt(60));
    }

    private <T> Optional<T> sometimes(int bound, T value) {
        return random.nextInt(bound) == 0 ? Optional.of(value) : Optional.empty();
    }

    private <T> T pick(List<T> elements) {
        return elements.get(random.nextInt(elements.size()));
    }
}
