package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/// Workers that observe, plan, tell, apply and answer as the real ones promise to, on a remote and a network that
/// fail in every way: they are slow, say no, apply and then lose the reply, answer twice, late, or never.
final class FakeWorkers {

    /// Something that reaches the run later.
    record Letter(Instant at, Function<Cause, RunInput.Answer> content) {}

    private final Random random;
    private final Remote remote;
    private boolean isCalm;

    FakeWorkers(Random random, Remote remote) {
        this.random = random;
        this.remote = remote;
    }

    /// From now on everything works.
    void calmDown() {
        isCalm = true;
    }

    /// A command arrives; what comes of it arrives when the letters say.
    List<Letter> receive(RunEffect.IssueCommand command, Instant now) {
        var letters = new ArrayList<Letter>();
        var start = now.plusMillis(random.nextInt(60_000));
        if (!isCalm && random.nextInt(25) == 0) {
            start = now.plusSeconds(random.nextInt(3 * 3600));
        }
        if (start.isAfter(command.notAfter())) {
            letters.add(new Letter(start, refused(command, "expired")));
            return letters;
        }
        if (command.isDryRun()) {
            var isPlan = isCalm || random.nextInt(8) > 0;
            letters.add(new Letter(start, isPlan ? planned(command, remote.within(command)) : failed(command)));
        } else {
            act(command, start, letters);
        }
        return isCalm ? letters : garbled(letters);
    }

    private void act(RunEffect.IssueCommand command, Instant start, List<Letter> letters) {
        var fate = isCalm ? 99 : random.nextInt(40);
        if (fate == 0 || !isCalm && command.approvedBy().isPresent() && random.nextInt(8) == 0) {
            letters.add(new Letter(start, refused(command, random.nextBoolean() ? "plan-changed" : "too-big")));
            return;
        }
        if (fate <= 3) {
            letters.add(new Letter(start, failed(command)));
            return;
        }
        if (fate <= 5 && !isOneShot(command)) {
            letters.add(new Letter(start, notYet(command)));
            return;
        }
        var objects = remote.within(command);
        var isWhole = change(command, objects, start, letters);
        var end = start.plusMillis(random.nextInt(30_000));
        if (fate <= 7 || !isWhole && random.nextBoolean()) {
            letters.add(new Letter(end, failed(command)));
        } else if (isWhole && fate <= 9 && !isOneShot(command)) {
            letters.add(new Letter(end, continued(command)));
        } else if (isWhole && fate > 11) {
            letters.add(new Letter(end, done(command, objects)));
        }
    }

    private static boolean isOneShot(RunEffect.IssueCommand command) {
        return command.isUndo();
    }

    /// Tells the plan, then applies it; says whether it came to the end.
    private boolean change(RunEffect.IssueCommand command, List<String> objects, Instant start, List<Letter> letters) {
        var step = command.id().errand().step();
        var isChanging = command.isUndo()
                || command.command().text().equals("test.ChangeDomains")
                || command.command().text().equals("test.ChangeMailboxes")
                || command.command().text().equals("test.Revise");
        if (!isChanging) {
            return true;
        }
        var plan = objects.stream()
                .filter(object -> command.isUndo() == remote.changed(step).contains(object))
                .toList();
        if (!plan.isEmpty()) {
            letters.add(new Letter(start, planned(command, plan)));
        }
        var applied = isCalm || random.nextInt(6) > 0 ? plan.size() : random.nextInt(plan.size() + 1);
        plan.subList(0, applied).forEach(object -> apply(command, step, object));
        return applied == plan.size();
    }

    private void apply(RunEffect.IssueCommand command, StepId step, String object) {
        if (command.isUndo()) {
            remote.changed(step).remove(object);
        } else {
            remote.changed(step).add(object);
        }
    }

    /// Letters are lost, doubled and held up. The first copy of a plan is never lost and never overtaken by what
    /// follows from it, because nothing is applied before Kafka has acknowledged it.
    private List<Letter> garbled(List<Letter> letters) {
        var garbled = new ArrayList<Letter>(letters);
        for (var letter : letters) {
            if (random.nextInt(10) == 0) {
                garbled.add(new Letter(letter.at.plusSeconds(random.nextInt(6 * 3600)), letter.content));
            }
        }
        return garbled;
    }

    private Function<Cause, RunInput.Answer> planned(RunEffect.IssueCommand command, List<String> objects) {
        var digests = objects.stream()
                .map(object -> command.id().errand().step() + object)
                .sorted()
                .toList();
        return cause -> new RunInput.PlanTold(cause, command.id(), digests, digests.size(), List.of());
    }

    private Function<Cause, RunInput.Answer> done(RunEffect.IssueCommand command, List<String> objects) {
        var facts = new TreeMap<String, Object>(); // Map.of has another order in every process
        facts.put("applied", (long) objects.size());
        facts.put("isWell", true);
        facts.put("secondsMax", 300L);
        return cause -> new RunInput.Done(cause, command.id(), facts, List.of());
    }

    private Function<Cause, RunInput.Answer> refused(RunEffect.IssueCommand command, String code) {
        return cause -> new RunInput.Refused(cause, command.id(), code, "because");
    }

    private Function<Cause, RunInput.Answer> failed(RunEffect.IssueCommand command) {
        var isTransient = random.nextInt(4) > 0;
        var retryAfter = random.nextBoolean()
                ? Optional.of(Duration.ofSeconds(random.nextInt(900)))
                : Optional.<Duration>empty();
        return cause -> new RunInput.Failed(cause, command.id(), isTransient, "throttled", "busy", 1, retryAfter);
    }

    private Function<Cause, RunInput.Answer> notYet(RunEffect.IssueCommand command) {
        var retryAfter = Duration.ofSeconds(random.nextInt(3600));
        return cause -> new RunInput.NotYet(cause, command.id(), retryAfter, "not yet", Optional.empty());
    }

    private Function<Cause, RunInput.Answer> continued(RunEffect.IssueCommand command) {
        var part = random.nextInt(10);
        return cause -> new RunInput.Continued(cause, command.id(), "part-" + part, part);
    }
}
