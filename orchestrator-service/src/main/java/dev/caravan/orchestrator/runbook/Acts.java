package dev.caravan.orchestrator.runbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The acts of a task in their order.
public record Acts(List<Act> all) {

    public static final Acts NONE = new Acts(List.of());
    /// Stands for each moving domain in turn.
    public static final String DOMAIN = "${domain}";

    public Acts {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Those that change something.
    public Stream<Act.ChangeRecord> changes() {
        return all.stream().filter(Act.ChangeRecord.class::isInstance).map(Act.ChangeRecord.class::cast);
    }

    /// These, then those.
    public Acts and(Acts more) {
        return new Acts(Stream.concat(all.stream(), more.all.stream()).toList());
    }

    /// For a run: one act for each domain where an act speaks of `${domain}`, all else filled in as in instructions.
    public Acts filled(Scope scope, Map<RoleName, String> connections) {
        return new Acts(all.stream()
                .flatMap(act -> act.texts().stream().anyMatch(text -> text.contains(DOMAIN))
                        ? scope.domains().stream()
                                .map(domain ->
                                        act.filled(text -> filled(text.replace(DOMAIN, domain), scope, connections)))
                        : Stream.of(act.filled(text -> filled(text, scope, connections))))
                .toList());
    }

    /// What a person reads: the words, then the acts by number.
    public String under(String words) {
        return all.isEmpty()
                ? words
                : IntStream.range(0, all.size())
                        .mapToObj(index -> (index + 1) + ". " + all.get(index).sentence())
                        .collect(Collectors.joining("\n", words.strip() + "\n\n", ""));
    }

    private static String filled(String text, Scope scope, Map<RoleName, String> connections) {
        return new Instructions(text).filled(scope, connections);
    }
}
