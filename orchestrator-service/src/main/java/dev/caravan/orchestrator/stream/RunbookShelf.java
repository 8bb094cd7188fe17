package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.Runbook;
import java.util.Map;
import java.util.function.Function;

/// The runbooks of all runs, by hash: a run never changes under its people, whatever is shipped later.
final class RunbookShelf {

    private static final int SCRIPTS_MAX = 64;

    private final StagedStore runbooks;
    private final Texts texts;
    private final Conditions conditions;
    private final Map<String, Script> scripts = new LeastRecent<>(SCRIPTS_MAX);

    /// Reads runbooks. Each throws `IllegalArgumentException` that says what is wrong.
    ///
    /// @param offered one that a new run is to follow: it must be without fault
    /// @param accepted one that a run follows already: what linters have learnt since does not count
    record Texts(Function<String, Runbook> offered, Function<String, Runbook> accepted) {}

    RunbookShelf(StagedStore runbooks, Texts texts, Conditions conditions) {
        this.runbooks = runbooks;
        this.texts = texts;
        this.conditions = conditions;
    }

    /// Throws `IllegalArgumentException` that says what is wrong when the text is no runbook.
    Script add(String hash, String text) {
        var script =
                scripts.computeIfAbsent(hash, _ -> Script.of(texts.offered().apply(text), conditions));
        var key = StoreKey.of(hash);
        if (runbooks.get(key).isEmpty()) {
            runbooks.put(key, text.getBytes(UTF_8));
        }
        return script;
    }

    Script get(String hash) {
        return scripts.computeIfAbsent(hash, this::read);
    }

    private Script read(String hash) {
        var text = runbooks.get(StoreKey.of(hash))
                .orElseThrow(() -> new IllegalStateException("the runbook with the hash " + hash + " is not stored"));
        return Script.of(texts.accepted().apply(new String(text, UTF_8)), conditions);
    }
}
