package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.BOB;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Histories that chance hardly ever brings about.
final class RareHistories {

    private static final DecisionName WANTED = DecisionName.parse("wanted");

    private RareHistories() {}

    static Map<String, Scene> all() {
        var all = new LinkedHashMap<String, Scene>();
        all.put("a gate asks again", gateAsksAgain());
        all.put("a half-done step turns out not to be needed and is taken back", notNeededAfterAll());
        all.put("a half-done step turns out not to be needed and is kept", notNeededAndKept());
        all.put("a step that was broken off is kept as far as it came", keptAsFarAsItCame());
        all.put("a plan is told after its step was undone", planToldAfterUndo());
        all.put("a step to be done anew is backed out", backedOutBeforeItBeganAnew());
        all.put("a gate is backed out before its plan is known", backedOutWhilePreviewing());
        all.put("a failing run is parked, paused and backed out", failingInEveryWay());
        all.put("a back-out is paused, parked, fails and goes on without an undo", backOutInEveryWay());
        all.put("two commands are awaited before either is undone", bothAwaited());
        all.put("people go on without a check, a wait and a task", skippedWhileOpen());
        all.put("a scheduled step is too late", tooLateForItsMoment());
        all.put("tasks are taken back by hand, and one is left", takenBackByHand());
        all.put("a T0 that is too near is moved, and a step is late all the same", movedAndLate());
        return all;
    }

    static Scene named(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    /// A forecast makes the first T0 too near; with the second one a step starts ahead, and is slower than was
    /// forecast.
    private static Scene movedAndLate() {
        var scene = Scene.of(Sketch.runbook()
                .command("forecast")
                .gateThatConfirmsT0("confirm", 1)
                .command("copy")
                .at("T-7d")
                .ahead("T-2d", "fact forecast seconds")
                .by("T-1d"));
        scene.done("forecast/0/1", Map.of("seconds", Duration.ofDays(20).toSeconds()));
        scene.approve("confirm", ADA);
        scene.moveT0(Scene.T0.plus(Duration.ofDays(14)));
        scene.approve("confirm", ADA);
        scene.passUntil(Scene.T0.minus(Duration.ofDays(8)));
        scene.expect("copy/0/1", Duration.ofDays(1), Scene.T0.plus(Duration.ofDays(14)));
        scene.pass(Duration.ofDays(1));
        scene.done("copy/0/2");
        return scene;
    }

    /// A gate has approved the plan of a step, the world has moved on, and the step is retried while the run is paused.
    static Scene gateAsksAgain() {
        return asksAgain(Sketch.runbook().gate("gate", 2, "lower").command("lower", "domains", 1, 1));
    }

    private static Scene asksAgain(Sketch sketch) {
        var scene = Scene.of(sketch);
        for (var chunk = 0; chunk < 3; chunk++) {
            scene.planned("lower~preview~gate/" + chunk + "/1", "digest-" + chunk);
        }
        scene.approve("gate", ADA);
        scene.approve("gate", BOB);
        scene.planned("lower/0/1", "digest-0");
        scene.done("lower/0/1");
        scene.refused("lower/1/1", "plan-changed");
        scene.pause();
        scene.retry("lower");
        return scene;
    }

    /// When asked again, people decide that the step is not wanted any more; half of it was done.
    static Scene notNeededAfterAll() {
        return notNeededAfterAll(Sketch::undoable);
    }

    private static Scene notNeededAndKept() {
        return notNeededAfterAll(sketch -> sketch.undoableWhen("no"));
    }

    private static Scene notNeededAfterAll(UnaryOperator<Sketch> undo) {
        var scene = Scene.of(undo.apply(Sketch.runbook()
                .decision("wanted", DecisionSpec.Type.BOOLEAN)
                .gateThatDecides("gate", 1, "lower", "wanted")
                .command("lower", "domains", 1, 1)
                .when("decided wanted")));
        scene.objects("changes of lower", "digest-0");
        scene.approve("gate", ADA, "", Map.of(WANTED, "true"));
        scene.planned("lower/0/1", "digest-0");
        scene.done("lower/0/1");
        scene.refused("lower/1/1", "plan-changed");
        scene.retry("lower");
        for (var chunk = 0; chunk < 3; chunk++) {
            scene.planned("lower~preview~gate/" + chunk + "/1", "digest-" + chunk);
        }
        var hash = ((StepState.GateOpen) scene.step("gate")).plan().hash();
        scene.approve("gate", ADA, hash, Map.of(WANTED, "false"));
        scene.backOut();
        return scene;
    }

    /// The second step is back already when a copy of its plan arrives; the first is still on its way.
    static Scene planToldAfterUndo() {
        var scene = Scene.of(Sketch.runbook()
                .command("first")
                .undoable()
                .command("second")
                .undoable()
                .needs());
        scene.objects("changes of first", "a").objects("changes of second", "b");
        scene.planned("first/0/1", "a");
        scene.planned("second/0/1", "b");
        scene.done("first/0/1");
        scene.done("second/0/1");
        scene.backOut();
        scene.done("second~undo/0/1");
        scene.planned("second/0/1", "b");
        return scene;
    }

    /// The step waits for the gate that asks again when the customer says stop; what it has changed stays declared.
    static Scene backedOutBeforeItBeganAnew() {
        var sketch = Sketch.runbook().gate("gate", 2, "lower").command("lower", "domains", 1, 1);
        var scene = asksAgain(sketch.irreversible("nobody keeps the old values"));
        scene.backOut();
        return scene;
    }

    private static Scene keptAsFarAsItCame() {
        var scene = Scene.of(Sketch.runbook()
                .command("lower")
                .undoableWhen("no")
                .command("other")
                .needs());
        scene.planned("lower/0/1", "digest");
        scene.planned("other/0/1", "digest");
        scene.backOut();
        scene.failedForGood("lower/0/1");
        scene.done("other/0/1");
        return scene;
    }

    static Scene backedOutWhilePreviewing() {
        var scene = Scene.of(Sketch.runbook().gate("gate", 2, "lower").command("lower"));
        scene.backOut();
        return scene;
    }

    static Scene failingInEveryWay() {
        var scene = Scene.of(Sketch.runbook().command("one").command("two").needs());
        scene.failedForGood("one/0/1");
        scene.fault();
        scene.unpark();
        scene.pause();
        scene.resume();
        scene.backOut();
        return scene;
    }

    static Scene backOutInEveryWay() {
        var scene = Scene.of(Sketch.runbook().command("one").undoable());
        scene.objects("changes of one", "a");
        scene.planned("one/0/1", "a");
        scene.done("one/0/1");
        scene.backOut();
        scene.pause();
        scene.fault();
        scene.unpark();
        scene.resume();
        scene.failedForGood("one~undo/0/1");
        scene.fault();
        scene.unpark();
        scene.pause();
        scene.resume();
        scene.skip("one", "the zone is gone");
        return scene;
    }

    static Scene bothAwaited() {
        var scene = Scene.of(Sketch.runbook()
                .command("one")
                .undoable()
                .command("two")
                .undoable()
                .needs());
        scene.objects("changes of one", "a").objects("changes of two", "b");
        scene.planned("one/0/1", "a");
        scene.planned("two/0/1", "b");
        scene.backOut();
        scene.failed("one/0/1");
        scene.failed("two/0/1");
        return scene;
    }

    static Scene skippedWhileOpen() {
        var scene = Scene.of(Sketch.runbook()
                .check("prove", Duration.ofHours(1))
                .waitFor("soak", Duration.ofHours(1))
                .task("tell", "Tell"));
        scene.skip("prove", "seen");
        scene.skip("soak", "no need");
        scene.skip("tell", "they know");
        return scene;
    }

    static Scene tooLateForItsMoment() {
        var scene = Scene.of(Sketch.runbook().command("one").at("T-8h").by("T-9h"));
        scene.passUntil(Scene.T0);
        return scene;
    }

    /// Two people have published records by hand; one of them takes back, the other's stays.
    static Scene takenBackByHand() {
        var scene = Scene.of(Sketch.runbook()
                .taskThatPublishes("first")
                .byHand("Take it away")
                .taskThatPublishes("second")
                .byHand("Take it away too"));
        scene.answer("first", "seen");
        scene.answer("second", "seen");
        scene.backOut();
        scene.answer("second", "gone");
        scene.skip("first", "it may stay");
        return scene;
    }
}
