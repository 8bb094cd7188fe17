package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.BOB;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/// Histories that chance hardly ever brings about.
final class RareHistories {

    private static final DecisionName WANTED = DecisionName.parse("wanted");

    private RareHistories() {}

    static Map<String, Scene> all() {
        var all = new LinkedHashMap<String, Scene>();
        all.put("a gate asks again", gateAsksAgain());
        all.put("a half-done step turns out not to be needed and is taken back", notNeededAfterAll());
        all.put("a plan is told after its step was undone", planToldAfterUndo());
        all.put("a step to be done anew is backed out", backedOutBeforeItBeganAnew());
        return all;
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
        var scene = Scene.of(Sketch.runbook()
                .decision("wanted", DecisionSpec.Type.BOOLEAN)
                .gateThatDecides("gate", 1, "lower", "wanted")
                .command("lower", "domains", 1, 1)
                .when("decided wanted")
                .undoable());
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
        var scene = Scene.of(
                Sketch.runbook().command("first").undoable().command("second").undoable().needs());
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
}
