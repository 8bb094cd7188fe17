package dev.caravan.orchestrator.console.rest;

import static java.util.stream.Collectors.joining;

import dev.caravan.orchestrator.console.rest.Bodies.NewRun;
import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import dev.caravan.schemas.connections.Connection;
import dev.caravan.schemas.connections.ConnectionKind;
import dev.caravan.schemas.inputs.ConnectionRole;
import dev.caravan.schemas.inputs.CreateRun;
import dev.caravan.schemas.inputs.Decision;
import dev.caravan.schemas.inputs.InputContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks whether a run can be created as it is asked for: every field, alone and against the runbook and the
/// connections.
final class NewRunCheck {

    private static final String DOMAINS = "domains";
    private static final Map<String, ConnectionKind> KIND_BY_ROLE = Map.of(
            "source", ConnectionKind.TENANT,
            "destination", ConnectionKind.TENANT,
            "dns", ConnectionKind.DNS,
            "bittitan", ConnectionKind.BITTITAN);

    private final Runbook runbook;
    private final String yaml;
    private final Connections connections;
    private final Checks checks = new Checks();

    NewRunCheck(Runbook runbook, String yaml, Connections connections) {
        this.runbook = runbook;
        this.yaml = yaml;
        this.connections = connections;
    }

    /// The record to be written, given who asks when. Throws the problem that names all wrong fields.
    Function<InputContext, CreateRun> checked(NewRun body) {
        var title = checks.said("title", body.title(), Checks.TITLE_LENGTH_MAX);
        var customerId = checks.guid("customerId", body.customerId());
        var roles = roles(body.connections(), customerId);
        var domains = domains(body.domains());
        var zone = checks.zone("timeZone", body.timeZone());
        var t0 = checks.instant("t0", body.t0());
        var decisions = decisions(body.decisions());
        checks.requireNone();
        return context -> new CreateRun(
                context, title, customerId, runbook.name().text(), yaml, roles, domains, zone.getId(), t0, decisions);
    }

    // ---- connections ---------------------------------------------------------------------------------------------

    private List<ConnectionRole> roles(@Nullable Map<String, @Nullable String> given, String customerId) {
        var ids = checks.texts("connections", given, Checks.TITLE_LENGTH_MAX);
        requiredRoles()
                .filter(role -> !ids.containsKey(role))
                .forEach(role -> checks.wrong("connections." + role, "is missing; the runbook acts through it"));
        return ids.entrySet().stream()
                .filter(role -> !role.getValue().isEmpty())
                .flatMap(role -> role(role.getKey(), role.getValue(), customerId).stream())
                .toList();
    }

    private Optional<ConnectionRole> role(String role, String connectionId, String customerId) {
        var field = "connections." + role;
        var found = connections.find(connectionId);
        var objection = found.map(connection -> objection(role, connection, customerId))
                .orElse(Optional.of("there is no connection '" + connectionId + "'"))
                .or(() -> malformed(role));
        objection.ifPresent(message -> checks.wrong(field, message));
        return objection.isPresent()
                ? Optional.empty()
                : found.map(connection -> new ConnectionRole(role, connectionId, connection.getAccount()));
    }

    private static Optional<String> objection(String role, Connection connection, String customerId) {
        var kind = KIND_BY_ROLE.getOrDefault(role, connection.getKind());
        if (connection.getKind() != kind) {
            return Optional.of("'" + connection.getConnectionId() + "' is of the kind " + word(connection.getKind())
                    + ", not " + word(kind));
        }
        return connection.getCustomerId().equalsIgnoreCase(customerId)
                ? Optional.empty()
                : Optional.of("'" + connection.getConnectionId() + "' belongs to another customer");
    }

    private static Optional<String> malformed(String role) {
        try {
            RoleName.parse(role);
            return Optional.empty();
        } catch (IllegalArgumentException notARole) {
            return Optional.ofNullable(notARole.getMessage());
        }
    }

    private static String word(ConnectionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Stream<String> requiredRoles() {
        return runbook.steps().stream()
                .flatMap(NewRunCheck::rolesOf)
                .map(RoleName::text)
                .distinct()
                .sorted();
    }

    private static Stream<RoleName> rolesOf(Step step) {
        var forward = switch (step.work()) {
            case Work.Command command -> Stream.of(command.on());
            case Work.Check check -> Stream.of(check.on());
            case Work.Task _, Work.Gate _, Work.Wait _ -> Stream.<RoleName>empty();
        };
        var backward = switch (step.backOut()) {
            case BackOut.Undo undo -> Stream.of(undo.on());
            case BackOut.ByHand _, BackOut.NothingToUndo _, BackOut.Irreversible _ -> Stream.<RoleName>empty();
        };
        return Stream.of(forward, backward, ownerOf(step).stream()).flatMap(roles -> roles);
    }

    private static Optional<RoleName> ownerOf(Step step) {
        return overOf(step)
                .filter(Over.ObjectsOf.class::isInstance)
                .map(Over.ObjectsOf.class::cast)
                .map(Over.ObjectsOf::role);
    }

    private static Optional<Over> overOf(Step step) {
        return switch (step.work()) {
            case Work.Command command -> command.over();
            case Work.Check check -> check.over();
            case Work.Task _, Work.Gate _, Work.Wait _ -> Optional.empty();
        };
    }

    // ---- domains -------------------------------------------------------------------------------------------------

    private List<String> domains(@Nullable List<@Nullable String> given) {
        var domains = checks.domains(DOMAINS, given);
        if (domains.isEmpty() && runbook.steps().stream().anyMatch(NewRunCheck::isOverDomains)) {
            checks.wrong(DOMAINS, "are missing; the runbook goes over them");
        }
        return domains;
    }

    private static boolean isOverDomains(Step step) {
        return overOf(step)
                .filter(Over.Objects.class::isInstance)
                .map(objects -> objects.toString().equals(DOMAINS))
                .orElse(false);
    }

    // ---- decisions -----------------------------------------------------------------------------------------------

    private List<Decision> decisions(@Nullable Map<String, @Nullable String> given) {
        var answers = checks.texts("decisions", given, Checks.TEXT_LENGTH_MAX);
        answers.keySet().stream()
                .filter(name -> spec(name).isEmpty())
                .forEach(name -> checks.wrong("decisions." + name, "the runbook asks for no such decision"));
        runbook.decisions()
                .forEach(spec -> requireAnswer(spec, answers.get(spec.name().text())));
        return answers.entrySet().stream()
                .map(answer -> new Decision(answer.getKey(), answer.getValue()))
                .toList();
    }

    private void requireAnswer(DecisionSpec spec, @Nullable String answer) {
        var field = "decisions." + spec.name();
        if (answer == null && spec.byDefault().isEmpty() && !isDecidedByGate(spec.name())) {
            checks.wrong(field, "is missing: " + spec.question());
        }
        if (answer != null && !answer.isEmpty() && !spec.accepts(answer)) {
            checks.wrong(field, "is one of " + spec.options().stream().collect(joining(", ")));
        }
    }

    private Optional<DecisionSpec> spec(String name) {
        return runbook.decisions().stream()
                .filter(spec -> spec.name().text().equals(name))
                .findFirst();
    }

    private boolean isDecidedByGate(DecisionName decision) {
        return runbook.steps().stream()
                .anyMatch(step ->
                        step.work() instanceof Work.Gate gate && gate.decides().contains(decision));
    }
}
