package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.license.migrating.LicenseCommand.RemoveProject;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Holdings;
import dev.caravan.license.project.ProjectChanges;
import dev.caravan.license.tool.MigrationTool;
import dev.caravan.license.tool.Projects;
import java.util.Optional;

/// Removes a project, its endpoints and its customer.
final class RemovingProject implements Doing<RemoveProject, Holdings, LicenseFact> {

    private final Projects projects;

    RemovingProject(MigrationTool tool) {
        this.projects = tool.projects();
    }

    @Override
    public Outcome<Holdings> observe(RemoveProject command, Call call) {
        return projects.holdings(command.label(), call);
    }

    @Override
    public Plan plan(RemoveProject command, Holdings observed) {
        return ProjectChanges.reversion(observed, command.changes());
    }

    @Override
    public Outcome<LicenseFact> apply(RemoveProject command, Holdings observed, Plan plan, Call call) {
        var all = command.changes().size();
        return InTurn.each(plan.changes(), change -> remove(change, observed, call))
                .map(gone -> new LicenseFact.ProjectRemoved(gone.size(), all - gone.size(), plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    private Outcome<String> remove(Change change, Holdings observed, Call call) {
        return observed.customer()
                .flatMap(customer -> remove(change, customer, observed, call))
                .orElseGet(() -> Outcome.done(change.id()));
    }

    private Optional<Outcome<String>> remove(Change change, Customer customer, Holdings observed, Call call) {
        return switch (change.kind()) {
            case ProjectChanges.PROJECT ->
                observed.project(change.id()).map(project -> projects.removeProject(project, call));
            case ProjectChanges.ENDPOINT ->
                observed.endpoint(change.id()).map(endpoint -> projects.removeEndpoint(customer, endpoint, call));
            default -> Optional.of(projects.removeCustomer(customer, call));
        };
    }
}
