package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The instructions of a task with what the run knows filled in: `${domains}`, `${t0}`, `${source}` (any role of a
/// connection), `${decision.name}`, `${facts.step.name}`. What the run does not know stays as it is written, so that a
/// person sees what is missing.
final class Instructions {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]+)}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);

    private Instructions() {}

    static String filled(String instructions, Run run) {
        var known = known(run);
        return PLACEHOLDER
                .matcher(instructions)
                .replaceAll(found -> Matcher.quoteReplacement(
                        known.getOrDefault(found.group(1).strip(), found.group())));
    }

    private static Map<String, String> known(Run run) {
        var charter = run.charter();
        var known = charter.connections().entrySet().stream()
                .collect(Collectors.toMap(
                        (Map.Entry<RoleName, ConnectionRef> role) ->
                                role.getKey().text(),
                        role -> role.getValue().connectionId().text()));
        known.put("domains", charter.domains().stream().map(DomainName::text).collect(Collectors.joining(", ")));
        known.put("t0", MOMENT.format(run.cutover().t0().atZone(charter.zone())));
        run.decisions().forEach((DecisionName name, String answer) -> known.put("decision." + name, answer));
        run.facts()
                .forEach((StepId step, Map<String, Object> facts) ->
                        facts.forEach((name, value) -> known.put("facts." + step + "." + name, value.toString())));
        return known;
    }
}
