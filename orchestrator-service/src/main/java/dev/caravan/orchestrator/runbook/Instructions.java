package dev.caravan.orchestrator.runbook;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words for people with placeholders that a run fills in: `${domains}`, `${source}`, `${t0}`,
/// `${decision.transferRegistration}`, `${facts.lower-ttl.applied}`.
public record Instructions(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern FACT = Pattern.compile("facts\\.([a-z][a-z0-9-]{0,62})\\.([A-Za-z][A-Za-z0-9]{0,62})");
    private static final Pattern DECISION = Pattern.compile("decision\\.([a-z][A-Za-z0-9]{0,62})");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm (VV)", Locale.ENGLISH);

    /// What stands in a placeholder.
    public sealed interface Placeholder {

        record Domains() implements Placeholder {}

        record T0() implements Placeholder {}

        /// The connection in this role.
        record Connection(RoleName role) implements Placeholder {}

        record Decision(DecisionName name) implements Placeholder {}

        record Fact(StepId step, String name) implements Placeholder {}

        /// Nothing that a run knows; stays as written.
        record Unknown(String written) implements Placeholder {}
    }

    /// All placeholders in their order.
    public List<Placeholder> placeholders() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> placeholder(match.group(1)))
                .toList();
    }

    /// The text with everything filled in that the scope knows; an answer or fact that is not there yet reads
    /// `(not known yet)`.
    public String filled(Scope scope, Map<RoleName, String> connections) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        value(placeholder(match.group(1)), scope, connections).orElse("(not known yet)")));
    }

    private static Optional<String> value(Placeholder placeholder, Scope scope, Map<RoleName, String> connections) {
        return switch (placeholder) {
            case Placeholder.Domains _ -> Optional.of(String.join(", ", scope.domains()));
            case Placeholder.T0 _ ->
                Optional.of(readable(scope.run().t0(), scope.run().zone()));
            case Placeholder.Connection(var role) -> Optional.ofNullable(connections.get(role));
            case Placeholder.Decision(var name) ->
                Optional.ofNullable(scope.decisions().get(name));
            case Placeholder.Fact(var step, var name) ->
                Optional.ofNullable(scope.facts().getOrDefault(step, Map.of()).get(name))
                        .map(Object::toString);
            case Placeholder.Unknown(var written) -> Optional.of("${" + written + "}");
        };
    }

    /// An instant as people in that zone read it.
    public static String readable(Instant instant, ZoneId zone) {
        return INSTANT.format(instant.atZone(zone));
    }

    private static Placeholder placeholder(String written) {
        var fact = FACT.matcher(written);
        if (fact.matches()) {
            return new Placeholder.Fact(StepId.parse(fact.group(1)), fact.group(2));
        }
        var decision = DECISION.matcher(written);
        if (decision.matches()) {
            return new Placeholder.Decision(DecisionName.parse(decision.group(1)));
        }
        return switch (written) {
            case "domains" -> new Placeholder.Domains();
            case "t0" -> new Placeholder.T0();
            case "source", "destination" -> new Placeholder.Connection(RoleName.parse(written));
            default -> new Placeholder.Unknown(written);
        };
    }
}
